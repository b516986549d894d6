using Microsoft.Extensions.Logging;
using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Problems;

namespace Wijkmonitor.Functions.Configuration;

/// <summary>
/// Takes in the definitions that a deployment puts in the container <c>config</c> as <c>datasets/{id}.json</c>, over those that ship. An
/// invalid one is refused with its problems beside it, and the last good one stays, also after a restart; one that is deleted gives way
/// to what ships.
/// </summary>
public sealed partial class DatasetOverrides(BuiltInConfiguration builtIn, CurrentDatasets current, ConfigStore store, ILogger<DatasetOverrides> logger)
{
    private IReadOnlyList<ConfigFile>? seen;

    /// <summary>Looks whether anything has changed since the last time, and if so puts the definitions together anew.</summary>
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
        current.Replace(new DatasetDefinitions(definitions.Values));
        seen = files;
        LogRefreshed(files.Count - refused.Count, refused.Count);
    }

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

    private async Task RefuseAsync(Dictionary<string, DatasetDefinition> definitions, ConfigFile file, ConfigurationException error, CancellationToken cancellationToken)
    {
        var stays = await store.FindAcceptedDatasetAsync(file.Name, cancellationToken) is { } lastGood && Apply(definitions, file.Name, lastGood) is null;
        await using var report = ProblemReport.Write(DefinitionProblems.From(error));
        await store.RefuseDatasetAsync(file.Name, report, cancellationToken);
        LogRefused(error, Printable.Escape(file.Name), stays ? "the last good one stays" : "what ships stays");
    }

    private ConfigurationException? Apply(Dictionary<string, DatasetDefinition> definitions, string name, BinaryData content)
    {
        try
        {
            using var json = content.ToStream();
            var definition = DatasetDefinition.Read(json, name, builtIn.Catalogue);
            if (name != definition.Id + ".json")
            {
                throw new ConfigurationException(name, [$"'id' is '{definition.Id}': the file must be named {definition.Id}.json."]);
            }

            _ = new DatasetDefinitions([.. definitions.Values.Where(other => other.Id != definition.Id), definition]);
            definitions[definition.Id] = definition;
            return null;
        }
        catch (ConfigurationException e)
        {
            return e;
        }
    }

    [LoggerMessage(125, LogLevel.Information, "Dataset definitions are read anew: {Accepted} of this deployment are in effect, {Refused} are refused")]
    private partial void LogRefreshed(int accepted, int refused);

    [LoggerMessage(126, LogLevel.Error, "Dataset definition {Name} is refused; {Stays}")]
    private partial void LogRefused(Exception error, string name, string stays);
}
