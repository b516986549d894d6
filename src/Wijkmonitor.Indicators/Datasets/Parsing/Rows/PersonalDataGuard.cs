using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.PersonalData;
using Wijkmonitor.Indicators.Datasets.Problems;

namespace Wijkmonitor.Indicators.Datasets.Parsing.Rows;

/// <summary>
/// Guard against personal data in the columns that no definition asks for, as the whole file is kept. What it finds is reported once
/// for each column and kind, without the value: a report must not spread what should not have been sent.
/// </summary>
/// <remarks>
/// A column that the definition knows to hold names of areas or providers is judged as such: those may be named after persons. One hit among
/// very many names there is a question to the person who delivered it, with the value, since they cannot find it otherwise.
/// </remarks>
internal sealed class PersonalDataGuard(CsvRowReader rows, ProblemLog log)
{
    private const int ManyNames = 1_000;
    private readonly SortedDictionary<(int Column, PersonalDataKind Kind), PersonalDataHit> findings = [];
    private readonly NumbersByColumn numbers = new();
    private readonly HashSet<int> withNames = [];
    private int[] undeclared = [];
    private int[] names = [];
    private int[] ofPeople = [];
    private int rowsSeen;

    /// <summary>Sets the columns to inspect; one whose name announces personal data is reported at once.</summary>
    /// <param name="columns">Columns that nothing is known of.</param>
    /// <param name="nameColumns">Columns that hold names of areas or providers.</param>
    public void SetColumns(IEnumerable<int> columns, IEnumerable<int> nameColumns)
    {
        undeclared = [.. columns];
        names = [.. nameColumns];
        ofPeople = [.. undeclared.Where(column => PersonalDataDetector.IsOfPeople(rows.Header[column]))];
        foreach (var column in undeclared.Where(column => PersonalDataDetector.IsPersonalColumnName(rows.Header[column])))
        {
            log.Add(FileProblems.PersonalColumn(rows.Line, rows.Header[column]));
        }
    }

    /// <summary>Inspects the current row.</summary>
    public void InspectRow()
    {
        rowsSeen++;
        foreach (var column in names)
        {
            InspectName(column, rows[column]);
        }

        foreach (var column in undeclared)
        {
            var text = rows[column];
            if (!numbers.TryCount(column, text, rows.Line) && PersonalDataDetector.Find(text.Trim(' ')) is { } kind)
            {
                Add(column, kind);
            }
        }

        foreach (var column in ofPeople)
        {
            if (PersonalDataDetector.IsFullName(rows[column].Trim(' ')))
            {
                Add(column, PersonalDataKind.Name);
            }
        }
    }

    /// <summary>Inspects the name of an area or provider in the current row.</summary>
    public void InspectName(int column, string name)
    {
        withNames.Add(column);
        if (PersonalDataDetector.Find(name.Trim(' '), isAreaName: true) is { } kind)
        {
            Add(column, kind);
        }
    }

    /// <summary>Inspects a line that is no row but a title, a comment or a note. A publisher's address or telephone number there may be right.</summary>
    public void InspectNote(int line, IEnumerable<string> fields)
    {
        foreach (var text in fields.Select(field => field.Trim()))
        {
            if (PersonalDataDetector.ContainsBsn(text))
            {
                log.Add(FileProblems.PersonalNote(line, PersonalDataDetector.GetName(PersonalDataKind.Bsn)));
            }
            else if ((PersonalDataDetector.FindNamed(text) ?? PersonalDataDetector.Find(text, isAreaName: true))
                is (PersonalDataKind.Bsn or PersonalDataKind.Name or PersonalDataKind.Email or PersonalDataKind.Phone) and var kind)
            {
                log.Add(NameProblems.NoteToConfirm(line, text, PersonalDataDetector.GetName(kind)));
            }
        }
    }

    /// <summary>Records that the current row has something in a column.</summary>
    public void Add(int column, PersonalDataKind kind)
    {
        var finding = findings.GetValueOrDefault((column, kind)) ?? new PersonalDataHit(rows.Line, rows[column].Trim(), 0);
        findings[(column, kind)] = finding with { Count = finding.Count + 1 };
    }

    /// <summary>Reports what was found, once the file was read.</summary>
    public void Report()
    {
        foreach (var (column, line, count) in numbers.FindBsns())
        {
            findings[(column, PersonalDataKind.Bsn)] = new PersonalDataHit(line, "", count);
        }

        // Whatever the kinds: two hits are no longer one among many.
        var isOnly = findings.Values.Sum(finding => finding.Count) == 1;
        foreach (var ((column, kind), finding) in findings)
        {
            log.Add(isOnly && rowsSeen >= ManyNames && withNames.Contains(column)
                ? NameProblems.NameToConfirm(finding.Line, rows.GetName(column), finding.Value, PersonalDataDetector.GetName(kind), rowsSeen)
                : RowProblems.PersonalData(finding.Line, rows.GetName(column), PersonalDataDetector.GetName(kind), finding.Count));
        }
    }

    private sealed record PersonalDataHit(int Line, string Value, int Count);
}
