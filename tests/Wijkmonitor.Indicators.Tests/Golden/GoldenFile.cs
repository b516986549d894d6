using System.Text;
using Wijkmonitor.Local;

namespace Wijkmonitor.Indicators.Tests.Golden;

/// <summary>A difference between a golden file and what is computed now.</summary>
/// <param name="Key">The key of the scorecard, or of those that are compared together.</param>
/// <param name="Expected">Its line in the file; null where the file has none.</param>
/// <param name="Actual">Its line now; null where it is not computed any more.</param>
internal sealed record GoldenDifference(string Key, string? Expected, string? Actual)
{
    /// <inheritdoc/>
    public override string ToString() => (Expected, Actual) switch
    {
        (null, _) => $"new:  {Actual}",
        (_, null) => $"gone: {Expected}",
        _ => $"was:  {Expected}\nis:   {Actual}",
    };
}

/// <summary>A committed file with a line for each scorecard, which says whether a change of the code changed any of them.</summary>
/// <param name="name">Its name below the folder Golden, without extension.</param>
internal sealed class GoldenFile(string name)
{
    private const string Update = "WIJKMONITOR_UPDATE_GOLDEN";
    private const string WriteJson = "WIJKMONITOR_GOLDEN_JSON";
    private const string Comment = "# ";
    private const int MaxShown = 10;

    /// <summary>
    /// Asserts that what is computed is what the file says, and writes the JSON of what differs below the output folder of the tests.
    /// Rewrites the file where WIJKMONITOR_UPDATE_GOLDEN is 1; writes the JSON of all scorecards to the folder that WIJKMONITOR_GOLDEN_JSON
    /// names.
    /// </summary>
    public void MustMatch(IReadOnlyList<GoldenEntry> entries)
    {
        if (Environment.GetEnvironmentVariable(WriteJson) is { Length: > 0 } folder)
        {
            Write(Path.Combine(folder, name), entries);
        }

        var path = RepositoryFolder.File("tests", "Wijkmonitor.Indicators.Tests", "Golden", name + ".txt");
        if (Environment.GetEnvironmentVariable(Update) == "1")
        {
            File.WriteAllText(path, Text(entries));
        }

        var differences = Compare(File.Exists(path) ? File.ReadAllLines(path) : [], entries);
        if (differences.Count > 0)
        {
            var output = Path.Combine(AppContext.BaseDirectory, "golden", name);
            var differing = differences.Select(difference => difference.Key).ToHashSet(StringComparer.Ordinal);
            Write(output, entries.Where(entry => differing.Contains(entry.Key)));
            Assert.Fail(Explain(differences, output));
        }
    }

    /// <summary>Finds differences between the lines of a golden file and the current ones, in file order.</summary>
    public static IReadOnlyList<GoldenDifference> Compare(IEnumerable<string> golden, IEnumerable<GoldenEntry> entries)
    {
        var expected = golden
            .Where(line => line.Length > 0 && !line.StartsWith(Comment, StringComparison.Ordinal))
            .ToDictionary(GetKey, StringComparer.Ordinal);
        var actual = entries.ToDictionary(entry => entry.Key, entry => entry.Line, StringComparer.Ordinal);
        return
        [
            .. expected
                .Select(line => new GoldenDifference(line.Key, line.Value, actual.GetValueOrDefault(line.Key)))
                .Where(difference => difference.Expected != difference.Actual),
            .. actual
                .Where(line => !expected.ContainsKey(line.Key))
                .Select(line => new GoldenDifference(line.Key, Expected: null, line.Value)),
        ];
    }

    /// <summary>The text of a golden file.</summary>
    public static string Text(IEnumerable<GoldenEntry> entries)
    {
        var text = new StringBuilder();
        text.Append(Comment).Append("A line for each scorecard, or for all scorecards of a period. Written by GoldenTests; do not edit it by hand.\n");
        foreach (var entry in entries)
        {
            text.Append(entry.Line).Append('\n');
        }

        return text.ToString();
    }

    private static string GetKey(string line) => line[..line.IndexOf(": ", StringComparison.Ordinal)];

    private static void Write(string folder, IEnumerable<GoldenEntry> entries)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        foreach (var entry in entries)
        {
            File.WriteAllText(Path.Combine(folder, entry.Key.Replace('|', '_') + ".json"), entry.Json);
        }
    }

    private string Explain(IReadOnlyList<GoldenDifference> differences, string output) => $"""
        {differences.Count} differences with Golden/{name}.txt{(differences.Count > MaxShown ? $", of which the first {MaxShown}" : "")}:
        {string.Join('\n', differences.Take(MaxShown))}

        Their JSON is in {output}
        To see what changed in it, have the commit before write its JSON, and compare:
          git worktree add ../before HEAD
          (cd ../before && {WriteJson}=/tmp/before dotnet test tests/Wijkmonitor.Indicators.Tests -c Release --filter FullyQualifiedName~GoldenTests)
          diff -r /tmp/before/{name} {output} | grep -v '^Only in /tmp/before'
        Where the change is meant, run these tests with {Update}=1 and commit the file with the change.
        """;
}
