from rest_framework import serializers

from employment.guidance.interviews.enums import QuestionKind
from employment.guidance.interviews.models import MAX_WORDS, Answer, Attempt
from employment.guidance.interviews.rules.choice import LENGTHS
from employment.guidance.interviews.selectors import text_of


class InterviewAnswerSerializer(serializers.ModelSerializer[Answer]):
    text = serializers.SerializerMethodField()

    class Meta:
        model = Answer
        fields = ("number", "question", "text", "seconds", "words", "skipped", "opened_at")

    def get_text(self, answer: Answer) -> str:

        return str(text_of(answer))


class InterviewSerializer(serializers.ModelSerializer[Attempt]):
    answers = InterviewAnswerSerializer(many=True, read_only=True)

    class Meta:
        model = Attempt
        fields = ("id", "kind", "title", "skills", "stage", "is_shared", "started_at", "answers")


class InterviewStartSerializer(serializers.Serializer[object]):
    kind = serializers.ChoiceField(choices=QuestionKind.choices)
    count = serializers.ChoiceField(choices=LENGTHS, default=3)


class InterviewWordsSerializer(serializers.Serializer[object]):
    number = serializers.IntegerField(min_value=1, max_value=100)
    words = serializers.CharField(max_length=MAX_WORDS, allow_blank=True)
