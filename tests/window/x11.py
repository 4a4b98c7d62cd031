"""Messages of window managers and file managers to a program's window, through Xlib."""
import ctypes
import time
from pathlib import Path

CLIENT_MESSAGE, SELECTION_REQUEST, SELECTION_NOTIFY = 33, 30, 31


class ClientMessage(ctypes.Structure):
    """XClientMessageEvent, padded to the size of XEvent."""
    _fields_ = [("type", ctypes.c_int), ("serial", ctypes.c_ulong), ("send_event", ctypes.c_int), ("display", ctypes.c_void_p), ("window", ctypes.c_ulong),
                ("message_type", ctypes.c_ulong), ("format", ctypes.c_int), ("data", ctypes.c_long * 5), ("rest", ctypes.c_long * 12)]


class SelectionRequest(ctypes.Structure):
    _fields_ = [("type", ctypes.c_int), ("serial", ctypes.c_ulong), ("send_event", ctypes.c_int), ("display", ctypes.c_void_p), ("owner", ctypes.c_ulong),
                ("requestor", ctypes.c_ulong), ("selection", ctypes.c_ulong), ("target", ctypes.c_ulong), ("property", ctypes.c_ulong), ("time", ctypes.c_ulong), ("rest", ctypes.c_long * 14)]


class SelectionNotify(ctypes.Structure):
    _fields_ = [("type", ctypes.c_int), ("serial", ctypes.c_ulong), ("send_event", ctypes.c_int), ("display", ctypes.c_void_p), ("requestor", ctypes.c_ulong),
                ("selection", ctypes.c_ulong), ("target", ctypes.c_ulong), ("property", ctypes.c_ulong), ("time", ctypes.c_ulong), ("rest", ctypes.c_long * 15)]


class Display:
    def __init__(self):
        self.x = ctypes.CDLL("libX11.so.6")
        pointer, number, integer = ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int
        for name, gives, takes in (
                ("XOpenDisplay", pointer, [ctypes.c_char_p]), ("XCloseDisplay", integer, [pointer]), ("XInternAtom", number, [pointer, ctypes.c_char_p, integer]),
                ("XSendEvent", integer, [pointer, number, integer, ctypes.c_long, pointer]), ("XDefaultRootWindow", number, [pointer]), ("XFlush", integer, [pointer]),
                ("XCreateSimpleWindow", number, [pointer, number, integer, integer, ctypes.c_uint, ctypes.c_uint, ctypes.c_uint, number, number]),
                ("XSetSelectionOwner", integer, [pointer, number, number, number]), ("XPending", integer, [pointer]), ("XNextEvent", integer, [pointer, pointer]),
                ("XChangeProperty", integer, [pointer, number, number, number, integer, integer, ctypes.c_char_p, integer])):
            function = getattr(self.x, name)
            function.restype, function.argtypes = gives, takes
        self.display = self.x.XOpenDisplay(None)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.x.XCloseDisplay(self.display)

    def atom(self, name):
        return self.x.XInternAtom(self.display, name.encode(), 0)

    def send(self, window, name, *data):
        message = ClientMessage(type=CLIENT_MESSAGE, window=window, message_type=self.atom(name), format=32)
        for index, number in enumerate(data):
            message.data[index] = number
        self.x.XSendEvent(self.display, window, 0, 0, ctypes.byref(message))
        self.x.XFlush(self.display)

    def events(self, longest_s):
        end = time.monotonic() + longest_s
        while time.monotonic() < end:
            if not self.x.XPending(self.display):
                time.sleep(0.01)
                continue
            event = ClientMessage()
            self.x.XNextEvent(self.display, ctypes.byref(event))
            yield event


def ask_to_close(window):
    """The message that a window manager sends when its close button is pressed."""
    with Display() as display:
        display.send(window, "WM_PROTOCOLS", display.atom("WM_DELETE_WINDOW"))


def drop_files(window, files, at, longest_s=20):
    """Drops files into a window `at` a position of the screen, as a file manager does (XDND 5). Returns False if they were not accepted."""
    with Display() as display:
        x = display.x
        source = x.XCreateSimpleWindow(display.display, x.XDefaultRootWindow(display.display), 0, 0, 1, 1, 0, 0, 0)
        x.XSetSelectionOwner(display.display, display.atom("XdndSelection"), source, 0)
        display.send(window, "XdndEnter", source, 5 << 24, display.atom("text/uri-list"))
        display.send(window, "XdndPosition", source, 0, at[0] << 16 | at[1], 0, display.atom("XdndActionCopy"))
        list_of_files = "".join(Path(file).resolve().as_uri() + "\r\n" for file in files).encode()
        for event in display.events(longest_s):
            if event.type == CLIENT_MESSAGE and event.message_type == display.atom("XdndStatus"):
                if not event.data[1] & 1:
                    return False
                display.send(window, "XdndDrop", source, 0, 0)
            elif event.type == SELECTION_REQUEST:
                asked = ctypes.cast(ctypes.byref(event), ctypes.POINTER(SelectionRequest)).contents
                x.XChangeProperty(display.display, asked.requestor, asked.property, asked.target, 8, 0, list_of_files, len(list_of_files))
                given = SelectionNotify(type=SELECTION_NOTIFY, requestor=asked.requestor, selection=asked.selection, target=asked.target, property=asked.property, time=asked.time)
                x.XSendEvent(display.display, asked.requestor, 0, 0, ctypes.byref(given))
                x.XFlush(display.display)
            elif event.type == CLIENT_MESSAGE and event.message_type == display.atom("XdndFinished"):
                return True
    return False
