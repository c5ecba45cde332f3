/** Follows the site: tells of every change, and of a connection that is lost or back. */
export function follow(tagOf, onChange, onState) {
  let wait = 250;

  function connect() {
    const socket = new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/_desk/changes?since=${encodeURIComponent(tagOf())}`);
    socket.onopen = () => {
      wait = 250;
      onState(true);
    };
    socket.onmessage = (event) => onChange(JSON.parse(event.data));
    socket.onclose = () => {
      onState(false);
      setTimeout(connect, wait);
      wait = Math.min(wait * 2, 5000);
    };
  }

  connect();
}

export async function fetchJson(address) {
  const answer = await fetch(address, { cache: "no-cache" });
  if (!answer.ok) {
    throw new Error(`${answer.status} ${address}`);
  }
  return answer.json();
}
