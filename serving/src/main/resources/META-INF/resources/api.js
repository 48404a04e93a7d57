// The service's API. A failed call throws an Error whose message can be shown.

export async function call(path, options) {
  let response;
  try {
    response = await fetch(path, options);
  } catch {
    throw new Error("The service does not answer. Is it still running?");
  }
  if (response.ok) return response.json();
  let problem = {};
  try {
    problem = await response.json();
  } catch {
    // Not a problem document: the status has to do.
  }
  throw new Error(problem.detail ?? problem.title ?? `The service answered with status ${response.status}.`);
}

export const sites = () => call("/v1/sites");

export const forecast = (id) => call(`/v1/sites/${encodeURIComponent(id)}/forecast`);

export const windows = (query) =>
  call("/v1/green/windows", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(query),
  });
