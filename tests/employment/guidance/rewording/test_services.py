import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from django.template.loader import render_to_string

from employment.common.errors import NotAllowedError
from employment.guidance.rewording.services import (
    Proposal,
    ServiceError,
    Task,
    difference,
    invented,
    may_reword,
    reword,
)
from employment.privacy.enums import Purpose
from employment.privacy.services.consents import grant_consent
from tests.factories.accounts import make_user

LINE = "用 Python 处理了 3000 条订单数据"


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        self.server.asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        status, answer = self.server.answer
        body = json.dumps({"choices": [{"message": {"content": answer}}]}).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        """Tests stay quiet."""


@pytest.fixture
def service(settings):
    server = HTTPServer(("127.0.0.1", 0), Handler)
    server.asked, server.answer = [], (200, "")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    settings.LANGUAGE_SERVICE_URL = f"http://127.0.0.1:{server.server_port}/v1"
    settings.LANGUAGE_SERVICE_MODEL = "tiny"
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def willing(db):
    user = make_user()
    grant_consent(user=user, purpose=Purpose.REWORDING)
    return user


def test_a_grounded_proposal_is_shown_as_a_difference(service, willing):
    service.answer = (200, "用 Python 清洗了 3000 条订单数据")

    proposal = reword(user=willing, task=Task.RESUME, text=LINE)

    assert proposal.after == "用 Python 清洗了 3000 条订单数据"
    assert LINE in service.asked[0]["messages"][1]["content"]
    html = render_to_string("rewording/proposal.html", {"proposal": proposal})
    assert "<del>处理</del>" in html
    assert "<ins>清洗</ins>" in html
    assert "tiny" in html


@pytest.mark.parametrize(
    "answer", ["用 Python 处理了 5000 条订单数据", "用 Spark 处理了 3000 条订单"]
)
def test_an_invented_fact_is_refused(service, willing, answer):
    service.answer = (200, answer)

    with pytest.raises(ServiceError):
        reword(user=willing, task=Task.RESUME, text=LINE)


def test_evidence_may_be_used(service, willing):
    service.answer = (200, "用 Spark 处理了 3000 条订单数据")

    proposal = reword(user=willing, task=Task.RESUME, text=LINE, evidence=["会 Spark"])

    assert "Spark" in proposal.after


@pytest.mark.parametrize("answer", [(500, "x"), (200, "")])
def test_a_failing_service_changes_nothing(service, willing, answer):
    service.answer = answer

    with pytest.raises(ServiceError):
        reword(user=willing, task=Task.RESUME, text=LINE)


def test_without_consent_nothing_is_sent(service, db):
    user = make_user()

    with pytest.raises(NotAllowedError):
        reword(user=user, task=Task.RESUME, text=LINE)

    assert not service.asked


def test_without_a_service_nothing_is_offered(willing):
    assert not may_reword(willing)


def test_differences_put_the_two_texts_together_again():
    pieces = difference("负责数据分析", "独立完成数据分析报告")

    assert "".join(p.text for p in pieces if p.kind != "added") == "负责数据分析"
    assert "".join(p.text for p in pieces if p.kind != "removed") == "独立完成数据分析报告"


def test_invented_reads_numbers_and_latin_words():
    assert invented("提升 20%，用 SQL", ["用 sql 提升"]) == {"20%"}
    assert Proposal("a", "a", "m").pieces[0].kind == "same"
