import pytest
from kombu import Connection
from kombu.transport.virtual import BrokerState

from employment.common.embedded import broker


@pytest.fixture
def connect(tmp_path, monkeypatch):
    monkeypatch.setattr(broker.Transport, "global_state", BrokerState())
    options = broker.folders(tmp_path)

    def open_connection():
        return Connection(transport=broker.Transport, transport_options=options)

    return open_connection


def take(queue):
    message = queue.get(timeout=2)
    message.ack()
    return message.payload


def test_message_of_one_process_reaches_another(connect):
    with connect() as sender, connect() as receiver:
        sender.SimpleQueue("matching-fast").put({"ids": [1, 2]})

        assert take(receiver.SimpleQueue("matching-fast")) == {"ids": [1, 2]}


def test_queue_hands_out_its_own_messages_in_order(connect):
    with connect() as connection:
        fast, bulk = (
            connection.SimpleQueue("matching-fast"),
            connection.SimpleQueue("matching-bulk"),
        )
        for number in range(3):
            bulk.put({"block": number})
            fast.put({"id": number})

        taken = [take(fast) for _ in range(3)]

        assert [payload["id"] for payload in taken] == [0, 1, 2]
        assert bulk.qsize() == 3


def test_message_taken_twice_is_handed_out_once(connect):
    with connect() as first, connect() as second:
        first.SimpleQueue("imports").put({"id": 7})
        first.SimpleQueue("imports").get(timeout=2)

        with pytest.raises(second.SimpleQueue("imports").Empty):
            second.SimpleQueue("imports").get(timeout=0.2)


def test_messages_leave_no_file_behind(connect, tmp_path):
    with connect() as connection:
        queue = connection.SimpleQueue("imports")
        queue.put({"id": 7})
        take(queue)

    assert list(tmp_path.rglob("*.msg")) == []
