using System.Globalization;
using Wijkmonitor.Functions.Storage.Areas;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Functions.Storage.Formats;
using Wijkmonitor.Functions.Storage.Observations;
using Wijkmonitor.Functions.Storage.Rows;
using Wijkmonitor.Functions.Storage.SocialMortgages;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Datasets.Definitions.Layouts;
using Wijkmonitor.Indicators.Datasets.Formats;
using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Functions.Ingest.Decisions;

/// <summary>Rules that find the dependents by which a delivery cannot be withdrawn.</summary>
public sealed class WithdrawalRules(
    DeliveryArchive archive,
    DeliveryRollback rollback,
    Inbox inbox,
    ObservationStore observations,
    AreaStore areas,
    FormatStorages storages,
    ContractStore contracts,
    SocialMortgageRepository dossiers,
    DeliveryIds ids)
{
    private static readonly BilingualText Booked = new(
        "Wat geboekt, besloten of aangetekend is, wordt niet ingetrokken. Herstel het met een regel in de dataset 'decisions' (betwisting of correctie).",
        "What was booked, decided or noted is not withdrawn. Correct it with a row in the dataset 'decisions' (a dispute or a correction).");

    /// <summary>Finds the reason why a delivery cannot be withdrawn and its remedy, or null where it can.</summary>
    public async Task<BilingualText?> FindConflictAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        var definition = await archive.GetDefinitionAsync(delivery, cancellationToken);
        return definition switch
        {
            { Format: DatasetFormat.Contract } => await FindContractConflictAsync(delivery, cancellationToken),
            _ when RecordFormats.For(definition).IsAppendOnly => Booked,
            _ when IngestLockScope.For(definition) == IngestLockScope.Register => await FindRegisterConflictAsync(delivery, cancellationToken),
            _ => null,
        };
    }

    // A version is taken out only where nothing was computed, booked or agreed after it that would be read differently without it.
    private async Task<BilingualText?> FindContractConflictAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        await using var json = await inbox.OpenAsync(delivery.Path, cancellationToken);
        var (contract, _) = await FileStore.ReadContractAsync(delivery.Id, json, cancellationToken);
        if (await dossiers.FindAsync(contract.Id, cancellationToken) is not { } dossier)
        {
            return null;
        }

        if (dossier.Contract.All.Any(other => other.Version != contract.Version
            && (other.ValidFrom >= contract.ValidFrom && other.Version != contract.Replaces)))
        {
            return new("Op deze versie van het contract volgt een andere. Trek eerst die in.",
                "Another version of the contract follows this one. Withdraw that one first.");
        }

        if (dossier.Settlements.FirstOrDefault(settlement => dossier.Contract.GetVersion(settlement.Year).Version == contract.Version) is { } settled)
        {
            return new($"Het jaar {FormatYear(settled.Year)} is met deze versie vastgesteld; dat blijft zo.",
                $"The year {FormatYear(settled.Year)} was settled with this version; that stays so.");
        }

        return dossier.Entries.Any(entry => entry.Date >= contract.ValidFrom) || dossier.Decisions.Any(decision => decision.Date >= contract.ValidFrom)
            || dossier.Annotations.Any(annotation => annotation.Date >= contract.ValidFrom)
            ? new("Er is onder deze versie geboekt. Lever een nieuwe versie die haar vervangt ('replaces').",
                "Something was booked under this version. Deliver a new version that replaces it ('replaces').")
            : null;
    }

    private async Task<BilingualText?> FindRegisterConflictAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        var removed = (await rollback.FindKeysUniqueToAsync(delivery, "Areas", cancellationToken)).GroupBy(key => key.Partition, StringComparer.Ordinal);
        foreach (var municipality in removed)
        {
            var code = AreaCode.Parse(municipality.Key);
            var rows = await areas.FindLeavingAsync(code, municipality.Select(key => key.Row).ToHashSet(StringComparer.Ordinal), cancellationToken);
            await foreach (var figure in observations.GetByMunicipalityAsync(code, cancellationToken))
            {
                if (figure.Source.Delivery != delivery.Id && rows.Contains(Keys.GetAreaRow(new Area(figure.Area, "", figure.BoundaryYear))))
                {
                    var other = await ids.PublishAsync(figure.Source.Delivery, cancellationToken);
                    return new(
                        $"Van {figure.Area} ({FormatYear(figure.BoundaryYear)}) zijn er cijfers uit levering {other}. Trek eerst die in.",
                        $"Delivery {other} holds figures of {figure.Area} ({FormatYear(figure.BoundaryYear)}). Withdraw that one first.");
                }
            }

            if (await storages.FindDependentAsync(new LeavingAreas(code, rows, delivery.Id), cancellationToken) is { } dependent)
            {
                var other = await ids.PublishAsync(dependent.Delivery, cancellationToken);
                return new(
                    $"Levering {other} zegt iets over {dependent.Area} ({dependent.Description.Nl}), dat dan niet meer bekend is. Trek eerst die in.",
                    $"Delivery {other} says something about {dependent.Area} ({dependent.Description.En}), which would then no longer be known. Withdraw that one first.");
            }

            var remaining = (await areas.GetByMunicipalityAsync(code, cancellationToken))
                .Where(area => !rows.Contains(Keys.GetAreaRow(area)))
                .Select(area => area.Code).ToHashSet();
            await foreach (var id in contracts.GetIdsByMunicipalityAsync(code.Value, cancellationToken))
            {
                if ((await contracts.FindAsync(id, cancellationToken)).FirstOrDefault(stored => !remaining.Contains(stored.Contract.Area)) is { } stored)
                {
                    return new(
                        $"Contract '{id}' gaat over {stored.Contract.Area}, dat dan niet meer bekend is.",
                        $"Contract '{id}' is about {stored.Contract.Area}, which would then no longer be known.");
                }
            }
        }

        return null;
    }

    private static string FormatYear(int year) => year.ToString("0000", CultureInfo.InvariantCulture);
}
