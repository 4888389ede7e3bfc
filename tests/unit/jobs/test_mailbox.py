import threading

from stylegui.jobs.mailbox import Mailbox


def test_put_tells_whether_the_slot_was_empty() -> None:
    mailbox: Mailbox[int] = Mailbox()
    assert mailbox.put(1)
    assert not mailbox.put(2)
    assert not mailbox.empty


def test_take_gives_the_newest_value_once() -> None:
    mailbox: Mailbox[int] = Mailbox()
    mailbox.put(1)
    mailbox.put(2)
    assert mailbox.take() == 2
    assert mailbox.take() is None
    assert mailbox.empty
    assert mailbox.put(3)


def test_every_signal_finds_mail_and_the_last_value_arrives() -> None:
    """A reader that wakes up only when told must not miss the last value."""
    mailbox: Mailbox[int] = Mailbox()
    bell = threading.Semaphore(0)
    taken: list[int] = []
    last = 5000

    def write() -> None:
        for value in range(1, last + 1):
            if mailbox.put(value):
                bell.release()

    writer = threading.Thread(target=write)
    writer.start()
    while not taken or taken[-1] != last:
        assert bell.acquire(timeout=10)
        value = mailbox.take()
        assert value is not None
        taken.append(value)
    writer.join()
    assert taken == sorted(taken)
    assert not bell.acquire(blocking=False)
