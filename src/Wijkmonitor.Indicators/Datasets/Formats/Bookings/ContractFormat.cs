using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Datasets.Checks;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Definitions.Layouts;
using Wijkmonitor.Indicators.Datasets.Formats.Core;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Datasets.Sources.Csv;
using Wijkmonitor.Indicators.Datasets.Sources.Records;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;

namespace Wijkmonitor.Indicators.Datasets.Formats.Bookings;

/// <summary>A version of a contract of a social mortgage as one JSON document.</summary>
internal sealed class ContractFormat() : RecordFormat(DatasetFormat.Contract)
{
    public override bool IsAppendOnly => true;

    protected override DependencyRank Rank => DependencyRank.Contracts;

    public override bool IsJson => true;

    /// <inheritdoc/>
    /// <remarks>A contract that can be read is given also where it lacks something, so that all that is wrong with it is found at once.</remarks>
    private protected override IEnumerable<DatasetItem> ReadItems(
        DatasetDefinition definition, IndicatorCatalogue catalogue, OpenedFile file, ProblemLog log)
    {
        var reading = SocialMortgageContract.Read(((TextFile)file).Content);
        foreach (var problem in reading.IsRead ? reading.Contract.Validate(catalogue) : reading.Problems)
        {
            log.Add(MortgageProblems.ContractInvalid(null, problem.Field, problem.Value, problem.Message, problem.Remedy));
        }

        if (reading.IsRead)
        {
            yield return new ContractItem(reading.Contract);
        }
    }

    public override void Gather(DatasetItem item, DatasetDefinition definition, FileContents contents)
    {
        var contract = ((ContractItem)item).Contract;
        contents.Count(rows: 1, contract.Indicators.Count);
        contents.AddMunicipality(contract.City);
        contents.Contract = contract;
    }
}
