"""What a page and its app say to each other, heard by a test that must know when a question has been answered."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from playwright.sync_api import Page, WebSocket
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg


class Conversation:
    """Whether the app has answered the last question of a page.

    The mark that Streamlit sets in the page while a script runs comes only with the first message of the answer:
    between a press and that message the page looks as if nothing were under way.
    """

    def __init__(self) -> None:
        self.answered = False
        self._begun = False

    def follow(self, socket: WebSocket) -> None:
        self.answered = self._begun = False
        socket.on("framesent", self._asked)
        socket.on("framereceived", self._heard)

    def _asked(self, said: str | bytes) -> None:
        if isinstance(said, bytes) and BackMsg.FromString(said).WhichOneof("type") == "rerun_script":
            self.answered = self._begun = False

    def _heard(self, said: str | bytes) -> None:
        if not isinstance(said, bytes):
            return
        message = ForwardMsg.FromString(said)
        if message.WhichOneof("type") == "new_session":
            self.answered, self._begun = False, True
        elif message.WhichOneof("type") == "script_finished" and self._begun:
            self.answered = message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN


_CONVERSATIONS: WeakKeyDictionary[Page, Conversation] = WeakKeyDictionary()


def listen(page: Page) -> None:
    """Follow what a page and its app say to each other from now on."""
    _CONVERSATIONS[page] = conversation = Conversation()
    page.on("websocket", conversation.follow)


def answered(page: Page) -> bool:
    """Whether the app has answered all that the page asked; true of a page that nobody listens to."""
    conversation = _CONVERSATIONS.get(page)
    return conversation is None or conversation.answered
