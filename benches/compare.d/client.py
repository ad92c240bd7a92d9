"""A small client of the Portcullis API: one kept-alive connection for each thread."""

import http.client
import json
import threading
import time


class Refused(Exception):
    """An answer other than 2xx."""


class Client:
    def __init__(self, address, credential):
        self._address = address
        self._credential = credential
        self._local = threading.local()

    def call(self, method, path, body=None, attempts=20):
        """The decoded answer. Waits and asks again where the server says that it is busy."""
        headers = {"Authorization": f"Bearer {self._credential}"}
        if body is not None:
            headers["Content-Type"] = "application/json"
            body = json.dumps(body)
        for attempt in range(attempts):
            status, retry_after, text = self._send(method, path, body, headers)
            if status in (429, 503) and attempt + 1 < attempts:
                time.sleep(float(retry_after or 0.05))
                continue
            if not 200 <= status < 300:
                raise Refused(f"{method} {path}: {status} {text}")
            return json.loads(text)
        raise AssertionError("unreachable")

    def _send(self, method, path, body, headers):
        connection = getattr(self._local, "connection", None)
        if connection is None:
            connection = http.client.HTTPConnection(self._address, timeout=30)
            self._local.connection = connection
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            return answer.status, answer.getheader("Retry-After"), answer.read().decode()
        except (http.client.HTTPException, OSError):
            connection.close()
            self._local.connection = None
            raise
