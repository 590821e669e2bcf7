// An interview question: its time, saving while writing, and a recording that stays in the window.
const PAUSE = 1500;

const showTime = (timer) => {
  const end = Date.parse(timer.dataset.employmentDeadline);
  const show = () => {
    const left = Math.round((end - Date.now()) / 1000);
    timer.textContent = left <= 0 ? timer.dataset.over : `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
    if (left <= 0) clearInterval(ticking);
  };
  const ticking = setInterval(show, 1000);
  show();
};

const saveWhileWriting = (form) => {
  const status = form.querySelector("[data-employment-saved]");
  let waiting;
  const save = async () => {
    const answer = await fetch(form.dataset.employmentAutosave, { method: "POST", body: new FormData(form) }).catch(() => null);
    status.textContent = answer?.ok ? form.dataset.saved : form.dataset.unsaved;
  };
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(save, PAUSE);
  });
  form.addEventListener("submit", () => clearTimeout(waiting));
};

const record = (card) => {
  if (!navigator.mediaDevices || !window.MediaRecorder) return;
  const [button, label, audio, status] = ["button", "button span:last-child", "audio", "[role=status]"].map((find) => card.querySelector(find));
  let recorder;
  const begin = async () => {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true }).catch(() => null);
    if (!stream) return (status.textContent = card.dataset.refused);
    const parts = [];
    recorder = new MediaRecorder(stream);
    recorder.addEventListener("dataavailable", (event) => parts.push(event.data));
    recorder.addEventListener("stop", () => {
      stream.getTracks().forEach((track) => track.stop());
      URL.revokeObjectURL(audio.src);
      audio.src = URL.createObjectURL(new Blob(parts, { type: recorder.mimeType }));
      audio.hidden = false;
      label.textContent = card.dataset.record;
    });
    recorder.start();
    label.textContent = card.dataset.stop;
  };
  button.addEventListener("click", () => (recorder?.state === "recording" ? recorder.stop() : begin()));
  card.hidden = false;
};

document.querySelectorAll("[data-employment-deadline]").forEach(showTime);
document.querySelectorAll("[data-employment-autosave]").forEach(saveWhileWriting);
document.querySelectorAll("[data-employment-recorder]").forEach(record);
