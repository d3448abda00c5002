// What the views of recognition and operations do in the browser: files sent piece by piece, and pictures that are pasted.
(() => {
  const show = (upload) => {
    upload.files = [...upload.files];
  };
  const storedName = (name) => name.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[^A-Za-z0-9]+/, '');
  const sendPiece = (upload, file, offset, size) => {
    const piece = file.slice(offset, offset + size);
    const headers = {
      'Content-Type': 'application/octet-stream',
      'X-File-Name': encodeURIComponent(storedName(file.name)),
      'X-File-Offset': String(offset),
      'X-File-Last': String(offset + piece.size >= file.size),
    };
    return fetch(file.uploadTarget || upload.target, { method: 'POST', headers, body: piece }).then((answer) => {
      if (!answer.ok) {
        throw new Error(answer.statusText);
      }
      return offset + piece.size;
    });
  };
  const send = async (upload, file, size) => {
    let offset = 0;
    try {
      do {
        offset = await sendPiece(upload, file, offset, size);
        file.indeterminate = false;
        file.progress = file.size === 0 ? 100 : Math.floor((100 * offset) / file.size);
        show(upload);
      } while (offset < file.size);
      file.complete = true;
    } catch (error) {
      file.error = upload.i18n.uploading.error.unexpectedServerError;
    }
    file.uploading = false;
    show(upload);
  };
  const sendInPieces = (upload, size) => {
    if (upload.sendsInPieces) {
      return;
    }
    upload.sendsInPieces = true;
    upload.addEventListener('upload-request', (event) => {
      event.preventDefault();
      send(upload, event.detail.file, size);
    });
  };
  // A picture in the clipboard goes where one could have been dropped, unless somebody is writing.
  const takePasted = (upload) => {
    const paste = (event) => {
      if (!upload.isConnected) {
        document.removeEventListener('paste', paste);
        return;
      }
      const picture = [...(event.clipboardData ? event.clipboardData.files : [])].find((file) => file.type.startsWith('image/'));
      if (picture) {
        event.preventDefault();
        upload.uploadFiles([picture]);
        upload.files = [picture];
      }
    };
    document.addEventListener('paste', paste);
  };
  window.semblanceWork = { sendInPieces, takePasted };
})();
