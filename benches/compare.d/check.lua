-- The same questions for every server: each line of $BENCH_COMBOS is "key, agent, action, resource".
-- The requests are built before the clock starts. With BENCH_VERIFY=1 every answer is read;
-- without it wrk counts failed statuses by itself, because reading the body in Lua would slow
-- the load generator, and with it the fastest server, by a fifth.

local dialects = {
  portcullis = {
    body = '{"agent_id":"%s","action":"%s","resource":"%s"}',
    approved = '"result":"approved"',
  },
  cerbos = {
    body = '{"requestId":"bench","principal":{"id":"%s","roles":["agent"]},'
      .. '"resources":[{"actions":["%s"],"resource":{"kind":"%s","id":"1"}}]}',
    approved = '"EFFECT_ALLOW"',
  },
}
local dialect = dialects[os.getenv("BENCH_DIALECT") or "portcullis"]
local stride = 7919 -- a prime, so that neighbours differ in agent, action and customer
local requests, at, threads = {}, 0, {}

-- Global on purpose: done() reads them from each thread.
not_200, not_approved = 0, 0

function setup(thread)
  table.insert(threads, thread)
end

function init()
  for line in io.lines(os.getenv("BENCH_COMBOS")) do
    local key, agent, action, resource = line:match("^(.-)\t(.-)\t(.-)\t(.-)$")
    requests[#requests + 1] = wrk.format("POST", nil, {
      ["Content-Type"] = "application/json",
      ["Authorization"] = "Bearer " .. key,
    }, dialect.body:format(agent, action, resource))
  end
end

function request()
  at = (at + stride) % #requests
  return requests[at + 1]
end

if os.getenv("BENCH_VERIFY") == "1" then
  function response(status, _, body)
    if status ~= 200 then
      not_200 = not_200 + 1
    elseif not body:find(dialect.approved, 1, true) then
      not_approved = not_approved + 1
    end
  end
end

function done(summary, latency)
  local denied, other = 0, 0
  for _, thread in ipairs(threads) do
    other = other + thread:get("not_200")
    denied = denied + thread:get("not_approved")
  end
  local failed = summary.errors
  io.write(("WRK %d %d %d %d %d %d %d\n"):format(
    summary.requests, summary.duration, latency:percentile(50), latency:percentile(99),
    math.max(other, failed.status), denied,
    failed.connect + failed.read + failed.write + failed.timeout))
end
