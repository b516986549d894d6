using System.Text.RegularExpressions;
using Wijkmonitor.Local;

namespace Wijkmonitor.Functions.Tests.Docs;

/// <summary>The glossary has one meaning for a word, or says behind each of two which one is meant.</summary>
public sealed partial class GlossaryTests
{
    [Fact]
    public void A_word_with_two_meanings_says_which_one_is_meant()
    {
        var rows = ReadRows(File.ReadAllText(RepositoryFolder.File("docs", "glossary.md")));

        Assert.InRange(rows.Count(row => row.Dutch is not null), 100, 1000);
        Assert.Contains(rows, row => row.Dutch is null);
        Assert.Empty(FindRepeated(rows));
    }

    [Theory]
    [InlineData("| stage | fase | how far it is |", "stage")]
    [InlineData("| phase (of a programme) | stap | a part of it |", "stap")]
    [InlineData("| project, stage | project | something that is done |", "stage")]
    [InlineData("| stage (of a programme) | trede | as before |", "stage (of a programme)")]
    public void A_repeated_word_is_found(string row, string found) =>
        Assert.Equal([found], FindRepeated(ReadRows($"| term | Dutch | meaning |\n| --- | --- | --- |\n| stage (of a programme) | stap | a step |\n{row}\n")));

    [Theory]
    [InlineData("| stage (of a delivery) | fase | how far it is |")]
    [InlineData("| phase | stap (van een aanpak) | a part of it |")]
    [InlineData("| replay | – | a command |\n| state | – | whether a number is there |")]
    [InlineData("\n| term | meaning |\n| --- | --- |\n| phase | stap |")]
    public void Other_rows_are_not_found(string rows) => Assert.Empty(FindRepeated(ReadRows(
        $"| term | Dutch | meaning |\n| --- | --- | --- |\n| stage (of a programme) | stap (van een programma) | a step |\n{rows}\n")));

    private static IEnumerable<string> FindRepeated(IReadOnlyList<GlossaryRow> rows) =>
        FindRepeated(rows.Select(row => row.Term)).Concat(FindRepeated(rows.Select(row => row.Dutch)));

    // With parentheses and without are two uses of one word.
    private static IEnumerable<string> FindRepeated(IEnumerable<string?> column) => column.OfType<string>()
        .SelectMany(cell => cell.Split(", "))
        .Where(word => word != "–")
        .GroupBy(word => Meaning().Replace(word, ""), StringComparer.Ordinal)
        .Where(same => same.Count() > 1)
        .SelectMany(same => same.Where(word => !Meaning().IsMatch(word) || same.Count(other => other == word) > 1).Distinct());

    // A table without a column of Dutch words has a term and its meaning.
    private static List<GlossaryRow> ReadRows(string page)
    {
        List<GlossaryRow> rows = [];
        var hasDutch = false;
        foreach (var cells in page.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Select(line => line.Trim('|', ' ').Split(" | ")))
        {
            if (cells[0] == "term")
            {
                hasDutch = cells[1] == "Dutch";
            }
            else if (cells[0] != "---")
            {
                rows.Add(new GlossaryRow(cells[0], hasDutch ? cells[1] : null));
            }
        }

        return rows;
    }

    [GeneratedRegex(@" \([^()]*\)$", RegexOptions.None, 1000)]
    private static partial Regex Meaning();

    private sealed record GlossaryRow(string Term, string? Dutch);
}
