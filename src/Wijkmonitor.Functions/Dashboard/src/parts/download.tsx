import { useState } from "preact/hooks";
import { toProblem, download, hasKey } from "../api/http";
import { localize } from "../text/language";
import { saveFile } from "./csv";

/** Links to a file of the API. With an access key the page downloads it itself, because a link cannot send the key in a header. */
export function DownloadLink({ path, name, children }: { path: string; name: string; children: string }) {
  const [refusal, setRefusal] = useState("");
  const downloadFile = (event: MouseEvent): void => {
    if (hasKey()) {
      event.preventDefault();
      download(path).then(content => saveFile(content, name), (e: unknown) => setRefusal(localize(toProblem(e).localizedMessage)));
    }
  };
  return <span><a href={`/api/v1${path}`} download={name} onClick={downloadFile}>{children}</a>{refusal && <span class="problem-text" role="alert"> {refusal}</span>}</span>;
}
