namespace Wijkmonitor.Indicators.Datasets.Parsing.Rows;

/// <summary>A line that is no row but a title, a comment or a note.</summary>
/// <param name="Line">The line, as an editor counts.</param>
/// <param name="Fields">Its fields.</param>
/// <param name="IsTitle">Whether it is above the header; the periods of titles are read with the file's name.</param>
internal sealed record TableNote(int Line, IReadOnlyList<string> Fields, bool IsTitle);

/// <summary>The titles, comments and notes of a file, inspected for personal data and kept for the figures.</summary>
internal sealed class TableNotes(PersonalDataGuard guard)
{
    // What is said of a whole table is said once; a file of comments only is not kept.
    private const int MaxKept = 200;
    private readonly List<TableNote> kept = [];

    /// <summary>The notes.</summary>
    public IReadOnlyList<TableNote> All => kept;

    /// <summary>Adds a note.</summary>
    public void Add(int line, IEnumerable<string> fields, bool isTitle = false)
    {
        var note = new TableNote(line, [.. fields], isTitle);
        guard.InspectNote(line, note.Fields);
        if (kept.Count < MaxKept)
        {
            kept.Add(note);
        }
    }
}
