using Microsoft.Extensions.Logging;
using Wijkmonitor.Functions.Storage.Operations;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Problems;

namespace Wijkmonitor.Functions.Configuration;

/// <summary>Definitions that a deployment puts in the container <c>config</c> as <c>datasets/{id}.json</c>, over those that ship.</summary>
/// <remarks>
/// An invalid one is refused with its problems next to it, and the last good one stays, also after a restart; one that is deleted gives way to what
/// ships. Where nothing can stay, files of the dataset are refused with the reason.
/// </remarks>
public sealed partial class DatasetOverrides(BuiltInConfiguration builtIn, CurrentDatasets current, ConfigStore store, ILogger<DatasetOverrides> logger)
{
    private IReadOnlyList<ConfigFile>? seen;

    /// <summary>Checks whether anything has changed since the last time, and if so puts the definitions together again.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        var files = await store.ListDatasetsAsync(cancellationToken);
        if (seen is not null && seen.SequenceEqual(files))
        {
            return;
        }

        var definitions = new Dictionary<string, DatasetDefinition>(StringComparer.Ordinal);
        foreach (var definition in builtIn.Datasets.All)
        {
            definitions[definition.Id] = definition;
        }

        var refused = await ApplyAsync(definitions, files, cancellationToken);
        foreach (var (file, error) in refused)
        {
            await RefuseAsync(definitions, file, error, cancellationToken);
        }

        await store.DeleteDatasetsExceptAsync([.. files.Select(file => file.Name)], cancellationToken);
        var faulty = RestoreBuiltIns(definitions);
        current.Replace(
            new DatasetDefinitions(definitions.Values, [.. faulty, .. refused.Select(CreateFaulty).Where(refusal => !definitions.ContainsKey(refusal.Id))]));
        seen = files;
        LogRefreshed(files.Count - refused.Count, refused.Count);
    }

    // What ships and clashed with something else that ships may fit now; where it does not, or cannot be read, it is faulty unless it was replaced.
    private List<FaultyDefinition> RestoreBuiltIns(Dictionary<string, DatasetDefinition> definitions)
    {
        var faulty = new List<FaultyDefinition>();
        foreach (var shippedFault in builtIn.Datasets.Faulty.Where(fault => !definitions.ContainsKey(fault.Id)))
        {
            if (shippedFault.Clashing is { } clashing && DefinitionClash.Find(clashing, definitions.Values).Count == 0)
            {
                definitions.Add(clashing.Id, clashing);
                continue;
            }

            faulty.Add(shippedFault);
            LogRefused(new ConfigurationException(shippedFault.File, shippedFault.Faults), shippedFault.File, "the dataset cannot be delivered");
        }

        return faulty;
    }

    private static FaultyDefinition CreateFaulty((ConfigFile File, ConfigurationException Fault) refused) =>
        new(Path.GetFileNameWithoutExtension(refused.File.Name), refused.File.Name, refused.Fault.Errors);

    // An indicator may move from one definition to another: what does not fit yet is tried again once the others were put in place.
    private async Task<List<(ConfigFile File, ConfigurationException Fault)>> ApplyAsync(
        Dictionary<string, DatasetDefinition> definitions, IReadOnlyList<ConfigFile> files, CancellationToken cancellationToken)
    {
        IReadOnlyList<ConfigFile> waiting = files;
        while (true)
        {
            var refused = new List<(ConfigFile File, ConfigurationException Fault)>();
            foreach (var file in waiting)
            {
                var content = await store.ReadDatasetAsync(file.Name, cancellationToken);
                if (Apply(definitions, file.Name, content) is { } error)
                {
                    refused.Add((file, error));
                }
                else
                {
                    await store.AcceptDatasetAsync(file.Name, content, cancellationToken);
                }
            }

            if (refused.Count == 0 || refused.Count == waiting.Count)
            {
                return refused;
            }

            waiting = [.. refused.Select(pair => pair.File)];
        }
    }

    private async Task RefuseAsync(Dictionary<string, DatasetDefinition> definitions, ConfigFile file, ConfigurationException error,
        CancellationToken cancellationToken)
    {
        var hasLastGood = await store.FindAcceptedDatasetAsync(file.Name, cancellationToken) is { } lastGood && Apply(definitions, file.Name, lastGood) is null;
        await using var report = ProblemReport.Write(DefinitionProblems.From(error.Errors));
        await store.RefuseDatasetAsync(file.Name, report, cancellationToken);
        LogRefused(error, Printable.Escape(file.Name), hasLastGood ? "the last good one" : "what ships");
    }

    private ConfigurationException? Apply(Dictionary<string, DatasetDefinition> definitions, string name, BinaryData content)
    {
        try
        {
            using var json = content.ToStream();
            var definition = DatasetFile.Read(json, name, builtIn.Catalogue);
            if (DefinitionClash.Find(definition, [.. definitions.Values.Where(other => other.Id != definition.Id)]) is { Count: > 0 } clashes)
            {
                return new ConfigurationException(name, clashes);
            }

            definitions[definition.Id] = definition;
            return null;
        }
        catch (ConfigurationException e)
        {
            return e;
        }
    }

    [LoggerMessage(125, LogLevel.Information, "Reloaded dataset definitions: {Accepted} of this deployment are in effect, {Refused} were refused")]
    private partial void LogRefreshed(int accepted, int refused);

    [LoggerMessage(126, LogLevel.Error, "Refused dataset definition {Name}; {InEffect} stays in effect")]
    private partial void LogRefused(Exception error, string name, string inEffect);
}
