using Wijkmonitor.Infra.Tests.Bicep;

namespace Wijkmonitor.Infra.Tests.Commands;

/// <summary>A command of a tool of Azure and its options, as <c>infra/commands.txt</c> has it.</summary>
/// <param name="Name">The command with its tool, such as <c>az group create</c>.</param>
/// <param name="Needed">The options that it must be given, each with all its names.</param>
/// <param name="Others">Further options, each with all its names.</param>
/// <param name="Source">The file of the tool's source.</param>
internal sealed record KnownCommand(string Name, IReadOnlyList<string[]> Needed, IReadOnlyList<string[]> Others, string Source)
{
    // What every command of the Azure CLI takes.
    private const string Every = "az";

    private static readonly IReadOnlyList<KnownCommand> Lines =
        [.. File.ReadLines(Path.Combine(BicepCompiler.Folder, "commands.txt")).Where(line => !line.StartsWith('#')).Select(Parse)];

    /// <summary>Gets all commands of the list.</summary>
    public static IReadOnlyList<KnownCommand> All { get; } = [.. Lines.Where(command => command.Name != Every)];

    /// <summary>Whether a call is one of this command.</summary>
    public bool IsCalled(string call) => call == Name || call.StartsWith(Name + " ", StringComparison.Ordinal);

    /// <summary>Finds options that the command does not have.</summary>
    public IEnumerable<string> FindUnknown(IEnumerable<string> options)
    {
        var ofAll = Name.StartsWith(Every + " ", StringComparison.Ordinal) ? Lines.Single(command => command.Name == Every).Others : [];
        return options.Except(Needed.Concat(Others).Concat(ofAll).SelectMany(names => names));
    }

    /// <summary>Finds options that the command must be given, by the first of their names.</summary>
    public IEnumerable<string> FindMissing(IEnumerable<string> options) => Needed.Where(names => !names.Intersect(options).Any()).Select(names => names[0]);

    private static KnownCommand Parse(string line)
    {
        var fields = line.Split('|', StringSplitOptions.TrimEntries);
        Assert.Equal(4, fields.Length);
        return new KnownCommand(fields[0], ParseOptions(fields[1]), ParseOptions(fields[2]), fields[3]);
    }

    private static IReadOnlyList<string[]> ParseOptions(string field) => [.. field.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(option => option.Split(','))];
}
