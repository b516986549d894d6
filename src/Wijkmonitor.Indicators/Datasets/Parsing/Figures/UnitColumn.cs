using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Parsing.Rows;
using Wijkmonitor.Indicators.Datasets.Problems;

namespace Wijkmonitor.Indicators.Datasets.Parsing.Figures;

/// <summary>Check of a column in which rows state the unit of their figures, though the definition does not name it.</summary>
internal sealed class UnitColumn
{
    private readonly int column;
    private readonly CsvRowReader rows;
    private readonly ProblemLog log;
    private readonly HashSet<(string Unit, string Indicator)> seen = [];
    private string? lastText;
    private FigureNumberFormat? lastForm;

    private UnitColumn(int column, CsvRowReader rows, ProblemLog log) => (this.column, this.rows, this.log) = (column, rows, log);

    /// <summary>Finds such a column; null where there is none.</summary>
    public static UnitColumn? Find(FileColumns columns, CsvRowReader rows, ProblemLog log) =>
        columns.FindUnits() is >= 0 and var column ? new UnitColumn(column, rows, log) : null;

    /// <summary>Checks the unit in the current row, which is that of its one figure.</summary>
    public void Check(FigureNumberFormat form)
    {
        if (ReferenceEquals(form, lastForm) && rows[column] == lastText)
        {
            return;
        }

        (lastForm, lastText) = (form, rows[column]);
        if (StatedUnit.Read(lastText).Contradicts(form))
        {
            Report(form);
        }
    }

    /// <summary>Checks the unit in the current row, which is that of the figures of some topics.</summary>
    public void Check(IEnumerable<TopicBinding> topics)
    {
        if (rows[column] == lastText)
        {
            return;
        }

        lastText = rows[column];
        if (StatedUnit.Read(lastText).FindOther([.. topics.Select(topic => topic.Form)]) is { } other)
        {
            Report(other);
        }
    }

    private void Report(FigureNumberFormat form)
    {
        if (seen.Add((lastText!, form.Indicator.Code)))
        {
            log.Add(HeaderProblems.UnitOfRow(rows.Line, rows.GetName(column), lastText!, form.Indicator.Code, StatedUnit.Describe(form)));
        }
    }
}
