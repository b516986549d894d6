import { useRef, useState } from "preact/hooks";
import { getDatasetTitle } from "../../text/datasets";
import { toProblem, put } from "../../api/http";
import type { Dataset } from "../../api/types";
import { formatBytes, formatNumber } from "../../text/format";
import { localize, say } from "../../text/language";

interface UploadItem { name: string; share: number; outcome?: "sent" | string }

/** Uploads dragged or chosen files to the inbox. They are validated there like every other file. */
export function Upload({ datasets, declared, initialDataset, onDelivered }: { datasets: readonly string[]; declared: readonly Dataset[]; initialDataset: string | null; onDelivered: () => void }) {
  const [dataset, setDataset] = useState(datasets.find(d => d === initialDataset) ?? "");
  const [isDraggedOver, setIsDraggedOver] = useState(false);
  const [uploads, setUploads] = useState<UploadItem[]>([]);
  const [refusal, setRefusal] = useState("");
  const input = useRef<HTMLInputElement>(null);
  const chosen = declared.find(d => d.id === dataset);

  const send = async (files: readonly File[]): Promise<void> => {
    if (!dataset) {
      setRefusal(say("Kies eerst de dataset: die bepaalt hoe het bestand wordt gelezen.", "Choose the dataset first: it says how the file is read."));
      return;
    }
    setRefusal("");
    setUploads(files.map(f => ({ name: `${f.name} (${formatBytes(f.size)})`, share: 0 })));
    const update = (index: number, change: Partial<UploadItem>): void => setUploads(now => now.map((s, i) => (i === index ? { ...s, ...change } : s)));
    for (const [index, file] of files.entries()) {
      try {
        await put(`/inbox/${encodeURIComponent(dataset)}/files/${encodeURIComponent(file.name)}`, file, share => update(index, { share }));
        update(index, { share: 1, outcome: "sent" });
      } catch (e) {
        update(index, { outcome: localize(toProblem(e).localizedMessage) });
      }
    }
    onDelivered();
  };

  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setIsDraggedOver(false);
    void send([...(event.dataTransfer?.files ?? [])]);
  };

  return (
    <section class="upload" aria-labelledby="upload-head">
      <h2 id="upload-head">{say("Aanleveren", "Deliver")}</h2>
      <div class={isDraggedOver ? "drop-zone dragged-over" : "drop-zone"} onDragOver={e => { e.preventDefault(); setIsDraggedOver(true); }} onDragLeave={() => setIsDraggedOver(false)} onDrop={drop}>
        <label>{say("Dataset", "Dataset")}
          <select value={dataset} onChange={e => { setDataset(e.currentTarget.value); setRefusal(""); }}>
            <option value="">{say("Kies een dataset", "Choose a dataset")}</option>
            {datasets.map(d => <option key={d} value={d}>{getDatasetTitle(declared, d)}</option>)}
          </select>
        </label>
        <div class="drop-text">
          <p>{say("Sleep bestanden hierheen, of ", "Drag files here, or ")}<button type="button" onClick={() => input.current?.click()}>{say("kies bestanden", "choose files")}</button></p>
          {chosen && (
            <p>
              <a href={chosen.href}>{say("Welke kolommen er in horen", "Which columns it has")}</a>
              {chosen.template && <> · <a href={chosen.template} download>{say("Leeg bestand om in te vullen", "Empty file to fill in")}</a></>}
            </p>
          )}
          <p class="muted">{say("Een bestand wordt als geheel gecontroleerd. Past het niet, dan wordt er niets van opgeslagen en staat hier waarom.", "A file is checked as a whole. If it does not fit, nothing of it is stored and here is why.")}</p>
        </div>
        <input ref={input} class="visually-hidden" type="file" multiple tabIndex={-1} aria-label={say("Bestanden", "Files")} onChange={e => { void send([...(e.currentTarget.files ?? [])]); e.currentTarget.value = ""; }} />
      </div>
      <div aria-live="polite">
        {refusal && <p class="problem-text">{refusal}</p>}
        <ul class="rows">
          {uploads.map(s => (
            <li key={s.name}>
              <span>{s.name}</span>
              {s.outcome === "sent" ? <span class="delivery-state served">{say("in de inbox", "in the inbox")}</span> : s.outcome ? <span class="problem-text">{s.outcome}</span> : <span>{formatNumber(s.share * 100)}% <progress max={1} value={s.share} aria-label={s.name} /></span>}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
