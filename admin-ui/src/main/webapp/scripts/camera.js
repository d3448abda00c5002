// Shows what the camera of whoever sits in front sees, and sends frames of it to the server: one after the other, each
// when the one before has been judged, so that a slow server is asked less often and nothing piles up.
(() => {
  const LONGEST_SIDE = 1280;
  const PAUSE = 500;
  const cameras = new WeakMap();
  const wait = (time) => new Promise((done) => setTimeout(done, time));
  const tell = (host, type, reason) => host.dispatchEvent(new CustomEvent(type, { detail: { reason } }));
  const reasonOf = (error) => {
    const reasons = { NotAllowedError: 'refused', SecurityError: 'refused', NotFoundError: 'none', OverconstrainedError: 'none', NotReadableError: 'busy', AbortError: 'busy' };
    return reasons[error.name] || 'failed';
  };
  const stop = (host) => {
    const camera = cameras.get(host);
    if (!camera) {
      return;
    }
    cameras.delete(host);
    camera.stream.getTracks().forEach((track) => track.stop());
    camera.video.srcObject = null;
  };
  const frameOf = (video) => {
    const scale = Math.min(1, LONGEST_SIDE / Math.max(video.videoWidth, video.videoHeight));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(video.videoWidth * scale);
    canvas.height = Math.round(video.videoHeight * scale);
    canvas.getContext('2d').drawImage(video, 0, 0, canvas.width, canvas.height);
    return new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.92));
  };
  const send = async (host, camera) => {
    const isTaken = camera.taking;
    camera.taking = false;
    const frame = await frameOf(camera.video);
    const headers = { 'Content-Type': 'image/jpeg', 'X-Frame-Taken': String(isTaken) };
    const answer = await fetch(host.getAttribute('target'), { method: 'POST', headers, body: frame });
    if (!answer.ok) {
      throw new Error(answer.statusText);
    }
  };
  const watch = async (host, camera) => {
    try {
      while (cameras.get(host) === camera && host.isConnected) {
        if (camera.video.videoWidth > 0 && !document.hidden) {
          await send(host, camera);
        }
        for (let waited = 0; waited < PAUSE && !camera.taking; waited += 50) {
          await wait(50);
        }
      }
      stop(host);
    } catch (error) {
      stop(host);
      tell(host, 'camera-failed', 'failed');
    }
  };
  const start = async (host) => {
    if (!navigator.mediaDevices || !navigator.mediaDevices.getUserMedia) {
      tell(host, 'camera-failed', window.isSecureContext ? 'none' : 'insecure');
      return;
    }
    try {
      const wanted = { audio: false, video: { facingMode: 'user', width: { ideal: LONGEST_SIDE }, height: { ideal: 720 } } };
      const stream = await navigator.mediaDevices.getUserMedia(wanted);
      if (!host.isConnected) {
        stream.getTracks().forEach((track) => track.stop());
        return;
      }
      const video = host.querySelector('video');
      const camera = { stream, video, taking: false };
      stream.getVideoTracks()[0].addEventListener('ended', () => {
        if (cameras.get(host) === camera) {
          stop(host);
          tell(host, 'camera-failed', 'busy');
        }
      });
      cameras.set(host, camera);
      video.srcObject = stream;
      await video.play();
      tell(host, 'camera-on');
      watch(host, camera);
    } catch (error) {
      stop(host);
      tell(host, 'camera-failed', reasonOf(error));
    }
  };
  const take = (host) => {
    const camera = cameras.get(host);
    if (camera) {
      camera.taking = true;
    }
  };
  window.semblanceCamera = { start, stop, take };
})();
