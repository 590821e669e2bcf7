def test_a_course_on_sale_waits_for_a_person():
    from employment.postings.enums import PostingState
    from employment.postings.importer import PostingRecord, state_of

    def state(title, draft=False):
        record = PostingRecord(company="某公司", fields={"title": title}, size="", ownership="")
        return state_of(record, draft=draft)

    assert state("Java开发课程/培训招生") == PostingState.REVIEW
    assert state("Java开发工程师") == PostingState.PUBLISHED
    assert state("Java开发课程/培训招生", draft=True) == PostingState.DRAFT
