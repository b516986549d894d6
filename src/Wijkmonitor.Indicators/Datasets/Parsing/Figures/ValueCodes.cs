using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Parsing.Rows;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Datasets.Recognition;
using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Indicators.Datasets.Parsing.Figures;

/// <summary>Finder of the indicator of a long file's row, by the indicator's own code or by its publisher's.</summary>
/// <remarks>A code of the dataset's own that is not known is an error; one of a publisher, who gives more than is taken, is passed over and named.</remarks>
internal sealed class ValueCodes
{
    private readonly DatasetDefinition definition;
    private readonly CsvRowReader rows;
    private readonly ProblemLog log;
    private readonly ILookup<string, (FigureNumberFormat Form, IReadOnlyDictionary<string, IReadOnlyList<string>>? Dimensions)> forms;
    private readonly SortedDictionary<string, (int Line, int Rows)> unknown = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);
    private readonly HashSet<FigureNumberFormat> found = new(ReferenceEqualityComparer.Instance);
    private string column = "";
    private bool isAnyKnown;

    public ValueCodes(DatasetDefinition definition, IndicatorCatalogue catalogue, CsvRowReader rows, ProblemLog log)
    {
        this.definition = definition;
        this.rows = rows;
        this.log = log;
        forms = (definition.Indicators ?? [])
            .Select(code =>
                (Name: code, Form: FigureNumberFormat.For(catalogue.Find(code)!, definition),
                    Dimensions: (IReadOnlyDictionary<string, IReadOnlyList<string>>?)null))
            .Concat((definition.Topics ?? []).Where(topic => topic.IsAbout(definition.FilePeriod))
                .SelectMany(topic => DeclaredColumns.GetNames(topic)
                    .Select(name => (Name: name, Form: FigureNumberFormat.For(catalogue.Find(topic.Indicator)!, definition, topic.Factor), topic.Dimensions))))
            .ToLookup(known => known.Name, known => (known.Form, known.Dimensions), StringComparer.Ordinal);
    }

    /// <summary>The forms that were found so far.</summary>
    public IReadOnlyCollection<FigureNumberFormat> Found => found;

    /// <summary>Finds the form of the current row's value, or null.</summary>
    /// <remarks>It is null where its code is not known, or is known for rows of other dimensions only.</remarks>
    public FigureNumberFormat? Find(int column, RowSelection? selection, RowDimensions? dimensions)
    {
        var code = WhiteSpace.Trim(rows[column]);
        if (FindName(code) is var name && forms.Contains(name))
        {
            isAnyKnown = true;
            var form = forms[name].FirstOrDefault(known => selection is null || selection.Matches(known.Dimensions)).Form;
            if (form is null)
            {
                dimensions!.Skip(forms[name].First().Dimensions!.Keys.First());
                return null;
            }

            found.Add(form);
            return form;
        }

        this.column = rows.GetName(column);
        if (definition.Topics is null)
        {
            log.Add(RowProblems.IndicatorUnknown(rows.Line, this.column, rows[column], [.. forms.Select(known => known.Key)]));
            return null;
        }

        var (line, count) = unknown.GetValueOrDefault(code, (rows.Line, 0));
        unknown[code] = (line, count + 1);
        return null;
    }

    // A code can have a number behind it that the definition leaves open, as a column can; a file has few codes and many rows.
    private string FindName(string code)
    {
        if (!names.TryGetValue(code, out var name))
        {
            var numbered = ColumnName.RemoveNumber(code) is { } plain ? ColumnName.AddNumberMark(plain) : null;
            name = ColumnName.IsNumbered(code) ? "" : !forms.Contains(code) && numbered is not null && forms.Contains(numbered) ? numbered : code;
            names.Add(code, name);
        }

        return name;
    }

    /// <summary>Reports the codes that were passed over, once the file was read.</summary>
    public void Report()
    {
        foreach (var (code, (line, count)) in unknown)
        {
            if (!isAnyKnown)
            {
                log.Add(RowProblems.IndicatorUnknown(line, column, code, [.. forms.Select(known => known.Key)]));
            }
            else if (FileColumns.IsIgnored(definition, code))
            {
                log.Tally.IgnoreColumns([Printable.Escape(code)]);
            }
            else
            {
                log.Add(RowProblems.CodeSkipped(line, column, code, count));
            }
        }
    }
}
