"""The matching engine: plain Python. Types in, scores out; no Django, no database, no settings.

How to use it (ids are opaque ints, time and limits are arguments):

    encoder = load_encoder(settings.EMBEDDING_MODEL)           # encoders
    texts = candidate_facets(candidate).texts()                 # documents; vacancy_facets(vacancy)
    key = content_hash(text, encoder.name)                      # embed what is not stored yet
    vectors = {key: row}                                        # float32 unit rows of encoder.dim

    rules = Rules(now_year=2026, related_majors={"0809": frozenset({"0807"})})   # eligibility
    postings = PostingIndex(rules, encoder.name, encoder.dim)   # containers
    postings.put(vacancies, vectors); postings.remove(ids)
    candidates = CandidateIndex(encoder.name, encoder.dim)
    candidates.put(candidate_values, vectors)

    reference = build_reference(candidates, postings, weights=Weights())  # sampling
    blob = reference.to_bytes(); reference = Reference.from_bytes(blob)

    lists = match_rows(block, postings, reference=reference, k=50)     # search: a list per student
    found = match_column(vacancy_id, postings, candidates, reference=reference)  # one posting
    lists[0].ids, lists[0].totals, lists[0].one_step            # arrays, best first
    lists[0].scores()                                           # MatchScore objects, on demand
    reference.percentile(total); band(score, reference)         # reference

Keep one PostingIndex in a worker process: what scoring derives from it is kept with it until a
posting changes. ``put`` replaces rows of known ids, so a changed posting is ``put`` again and then
asked for with ``match_column``. Exact top-k under filters lives in ``topk``, requirement checks in
``eligibility``, criteria and weights in ``criteria``, both-sides discount in ``balancing``,
metrics and evaluation tasks in ``evaluation``, occupation codes in ``occupations``.
"""
