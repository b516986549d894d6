using System.Text.Json;
using Wijkmonitor.Indicators.Datasets.Sources.Records;

namespace Wijkmonitor.Indicators.Datasets.Sources.Cells;

/// <summary>Reader of the objects of an OData list (<c>value</c>), versions 3 and 4. The first record has the members' names.</summary>
internal sealed class JsonRecords : CellRecords
{
    private const string List = "value";
    private static readonly string[] NextPage = ["odata.nextLink", "@odata.nextLink"];
    private readonly JsonItemReader items;
    private string[]? names;
    private Cell[]? pending;
    private int pendingLine;
    private int line = 1;

    /// <summary>Opens the records of a document.</summary>
    public JsonRecords(Stream content) => items = new JsonItemReader(content, List, watched: NextPage);

    /// <inheritdoc/>
    public override int Line => line;

    /// <inheritdoc/>
    public override Cell[]? Read()
    {
        try
        {
            if (pending is not null)
            {
                (var cells, pending, line) = (pending, null, pendingLine);
                return cells;
            }

            return items.Read() is { } item ? ReadItem(item) : ReadEnd();
        }
        catch (Exception e) when (e is JsonException or ItemTooLargeException or InvalidOperationException)
        {
            throw new DamagedFileException(e);
        }
    }

    /// <inheritdoc/>
    public override void Dispose() => items.Dispose();

    private Cell[] ReadItem(JsonItem item)
    {
        using var json = item.Json;
        var cells = new List<Cell>();
        if (names is null)
        {
            names = [.. json.RootElement.EnumerateObject().Select(member => member.Name)];
            pending = [.. names.Select(name => ToCell(json.RootElement.GetProperty(name)))];
            (line, pendingLine) = (1, item.Line);
            return [.. names.Select(name => new Cell(name))];
        }

        foreach (var name in names)
        {
            cells.Add(json.RootElement.TryGetProperty(name, out var value) ? ToCell(value) : new Cell(null));
        }

        line = item.Line;
        return [.. cells];
    }

    // What a service gives in pages is not whole in one of them.
    private Cell[]? ReadEnd() => items.HasWatched ? throw new PartialFileException() : null;

    private static Cell ToCell(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => new Cell(null),
        JsonValueKind.String => new Cell(value.GetString()),
        JsonValueKind.Number when value.TryGetDecimal(out var number) => new Cell(number),
        JsonValueKind.Number => new Cell(value.GetDouble()),
        _ => new Cell(value.GetRawText()),
    };
}

/// <summary>A file is one page of what its service gives.</summary>
internal sealed class PartialFileException : Exception;
