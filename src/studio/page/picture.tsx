/** The file of a picture: chosen or dropped, and shown. */
import { useId, useState } from 'preact/hooks';
import { announce } from './announce.ts';
import { ServerError, server } from './api.ts';
import { useDesk } from './desk.tsx';
import { pathText } from './edits.ts';
import type { FieldProps } from './fields.tsx';
import { focusFirst } from './focus.ts';
import { useWords } from './speech.ts';

export function PictureField({ path, label, help, order }: FieldProps) {
  const { store, isReadOnly } = useDesk();
  const { say } = useWords();
  const id = useId();
  const [fault, blame] = useState('');
  const given = store.get(path);
  const src = typeof given === 'string' ? given : '';
  const text = pathText(path);
  /** Gives whether it was taken. */
  const take = async (file: File | undefined) => {
    if (file === undefined || isReadOnly) return false;
    const saved = await server.putPicture(store.file, file.name, file).catch((error: unknown) => {
      if (!(error instanceof ServerError)) throw error;
      blame(error.message);
      return null;
    });
    if (saved === null) return false;
    blame('');
    store.set(path, saved.src, order);
    announce(say('pictureTaken', { name: saved.src }));
    // Its words are asked for at once.
    focusFirst(pathText([...path.slice(0, -1), 'alt']));
    return true;
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a place to drop a file, beside the button that does the same
    <div
      class="single picture"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        void take(event.dataTransfer?.files[0]);
      }}
    >
      <label for={id} class="label">
        {label}
      </label>
      <p class="help" id={`${id}-help`}>
        {help} {say('dropPicture')}
      </p>
      {src !== '' && (
        <p class="picture-shown">
          <img src={server.pictureAddress(store.file, src)} alt="" />
          <span>{src}</span>
        </p>
      )}
      <input
        id={id}
        type="file"
        accept=".png,.jpg,.jpeg,.webp,.avif,.tif,.tiff,.svg"
        data-path={text}
        aria-describedby={`${id}-help`}
        disabled={isReadOnly}
        onChange={({ currentTarget: box }) =>
          void take(box.files?.[0]).then((isTaken) => {
            // One that was refused is not named as chosen.
            if (!isTaken) box.value = '';
          })
        }
      />
      {fault !== '' && (
        <p class="fault" role="alert">
          {fault}
        </p>
      )}
    </div>
  );
}
