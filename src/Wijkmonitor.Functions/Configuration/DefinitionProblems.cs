using System.Text.Json;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Problems;

namespace Wijkmonitor.Functions.Configuration;

/// <summary>The problems of a definition that was refused, as those of a file.</summary>
internal static class DefinitionProblems
{
    public static ProblemLog From(ConfigurationException error)
    {
        var json = error.InnerException as JsonException;
        var log = new ProblemLog();
        foreach (var message in error.Errors)
        {
            log.Add(FileProblems.DefinitionInvalid((int?)json?.LineNumber + 1, json?.Path, message));
        }

        return log;
    }
}
