import { afterEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { ApiError, apiFetch, toQueryString } from "./api";
import { isWorthRetrying } from "./query-client";

function answerWith(status: number, body: unknown): ReturnType<typeof vi.fn> {
  const fetchMock = vi.fn(async () =>
    status === 204
      ? new Response(null, { status })
      : new Response(JSON.stringify(body), { status }),
  );
  vi.stubGlobal("fetch", fetchMock);
  return fetchMock;
}

afterEach(() => vi.unstubAllGlobals());

async function failureOf(promise: Promise<unknown>): Promise<ApiError> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ApiError)) throw new Error("expected an ApiError");
  return error;
}

describe("apiFetch", () => {
  it("returns the answer in the shape that the schema states", async () => {
    answerWith(200, { name: "a", extra: 1 });
    expect(await apiFetch("/api/x", { schema: z.object({ name: z.string() }) })).toEqual({
      name: "a",
    });
  });

  it("sends a body as JSON and says so", async () => {
    const fetchMock = answerWith(204, null);
    await apiFetch("/api/x", { method: "POST", body: { a: 1 }, schema: z.undefined() });
    expect(fetchMock).toHaveBeenCalledWith(
      "/api/x",
      expect.objectContaining({
        method: "POST",
        body: '{"a":1}',
        headers: expect.objectContaining({ "content-type": "application/json" }),
      }),
    );
  });

  it("keeps the server's code, request id and every problem of a refusal", async () => {
    answerWith(422, {
      error: {
        code: "invalidRequest",
        message: "no",
        requestId: "r1",
        problems: [{ path: "name", code: "tooShort", values: { minimum: 1 } }],
      },
    });
    const error = await failureOf(apiFetch("/api/x", { schema: z.unknown() }));
    expect(error).toMatchObject({ status: 422, code: "invalidRequest", requestId: "r1" });
    expect(error.problems).toEqual([{ path: "name", code: "tooShort", values: { minimum: 1 } }]);
  });

  it("never passes on an answer of another shape", async () => {
    answerWith(200, { name: 5 });
    const error = await failureOf(apiFetch("/api/x", { schema: z.object({ name: z.string() }) }));
    expect(error.code).toBe("unreadableAnswer");
  });

  it("names a network that does not answer", async () => {
    vi.stubGlobal(
      "fetch",
      vi.fn(async () => {
        throw new TypeError("Failed to fetch");
      }),
    );
    const error = await failureOf(apiFetch("/api/x", { schema: z.unknown() }));
    expect(error).toMatchObject({ status: 0, code: "networkFailed" });
  });
});

describe("isWorthRetrying", () => {
  const failed = (status: number) => new ApiError({ status, code: "x", message: "x" });

  it("repeats what the network or the server failed, never what was refused", () => {
    expect([0, 500, 503].map((status) => isWorthRetrying(failed(status)))).toEqual([
      true,
      true,
      true,
    ]);
    expect(
      [400, 401, 403, 404, 409, 422, 429].some((status) => isWorthRetrying(failed(status))),
    ).toBe(false);
  });
});

describe("toQueryString", () => {
  it("leaves out what is not set and repeats the name of a list", () => {
    expect(
      toQueryString({ q: "a b", none: null, gone: undefined, empty: "", id: ["1", "2"] }),
    ).toBe("?q=a+b&id=1&id=2");
    expect(toQueryString({})).toBe("");
  });
});
