using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Problems;

namespace Wijkmonitor.Functions.Configuration;

/// <summary>The problems of a definition that was refused, as those of a file.</summary>
internal static class DefinitionProblems
{
    public static ProblemLog From(IEnumerable<ConfigurationFault> faults)
    {
        var log = new ProblemLog();
        foreach (var error in faults)
        {
            log.Add(FileProblems.DefinitionInvalid(error));
        }

        return log;
    }
}
