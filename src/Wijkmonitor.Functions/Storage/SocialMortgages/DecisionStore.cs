using System.Globalization;
using Azure.Data.Tables;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Indicators.Ledgers;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Functions.Storage.SocialMortgages;

/// <summary>Decisions about entries, and annotations of series, in their tables. What is taken is never changed.</summary>
public sealed class DecisionStore(Tables tables)
{
    private const string Number = "Quantity";

    /// <summary>Creates a writer of decisions.</summary>
    /// <param name="delivery">The delivery that they come with.</param>
    public InsertOnlyWriter CreateWriter(string delivery) => new(tables.Decisions, delivery);

    /// <summary>Creates a writer of annotations.</summary>
    /// <param name="delivery">The delivery that they come with.</param>
    public InsertOnlyWriter CreateAnnotationWriter(string delivery) => new(tables.Annotations, delivery);

    /// <summary>Converts a decision to an entity.</summary>
    public static TableEntity ToEntity(LedgerDecision decision) => new(decision.Contract, decision.Reference)
    {
        [nameof(LedgerDecision.Date)] = FormatDate(decision.Date),
        [nameof(LedgerDecision.Kind)] = decision.Kind.ToString(),
        [nameof(LedgerDecision.About)] = decision.About,
        [nameof(LedgerDecision.ByRole)] = decision.ByRole,
        [Number] = decision.Quantity is { } quantity ? Cents.FromEuros(quantity) : null,
        [nameof(LedgerDecision.Reason)] = decision.Reason,
        ["Delivery"] = decision.Source.Delivery,
        ["Line"] = decision.Source.Line,
    };

    /// <summary>Converts an annotation to an entity.</summary>
    public static TableEntity ToEntity(SeriesAnnotation annotation) => new(annotation.Contract, annotation.Reference)
    {
        [nameof(SeriesAnnotation.Date)] = FormatDate(annotation.Date),
        [nameof(SeriesAnnotation.Indicator)] = annotation.Indicator,
        [nameof(SeriesAnnotation.Text)] = annotation.Text,
        [nameof(SeriesAnnotation.ByRole)] = annotation.ByRole,
        ["Delivery"] = annotation.Source.Delivery,
        ["Line"] = annotation.Source.Line,
    };

    /// <summary>Gets all decisions on a contract, by reference.</summary>
    public async Task<IReadOnlyList<LedgerDecision>> GetByContractAsync(string contract, CancellationToken cancellationToken)
    {
        var decisions = new List<LedgerDecision>();
        await foreach (var e in Tables.QueryAsync(tables.Decisions, Tables.FilterByPartition(contract), cancellationToken: cancellationToken))
        {
            decisions.Add(new LedgerDecision(
                e.PartitionKey,
                e.RowKey,
                ReadDate(e),
                Enum.Parse<DecisionKind>(e.GetString(nameof(LedgerDecision.Kind))),
                e.GetString(nameof(LedgerDecision.About)),
                e.GetString(nameof(LedgerDecision.ByRole)),
                e.GetInt64(Number) is { } hundredths ? Cents.ToEuros(hundredths) : null,
                e.GetString(nameof(LedgerDecision.Reason)),
                ReadSource(e)));
        }

        return decisions;
    }

    /// <summary>Gets all annotations of a contract's series, by reference.</summary>
    public async Task<IReadOnlyList<SeriesAnnotation>> GetAnnotationsAsync(string contract, CancellationToken cancellationToken)
    {
        var annotations = new List<SeriesAnnotation>();
        await foreach (var e in Tables.QueryAsync(tables.Annotations, Tables.FilterByPartition(contract), cancellationToken: cancellationToken))
        {
            annotations.Add(new SeriesAnnotation(
                e.PartitionKey,
                e.RowKey,
                ReadDate(e),
                e.GetString(nameof(SeriesAnnotation.Indicator)),
                e.GetString(nameof(SeriesAnnotation.Text)),
                e.GetString(nameof(SeriesAnnotation.ByRole)),
                ReadSource(e)));
        }

        return annotations;
    }

    private static string FormatDate(DateOnly date) => date.ToString("O", CultureInfo.InvariantCulture);

    private static DateOnly ReadDate(TableEntity entity) => DateOnly.ParseExact(entity.GetString("Date"), "O", CultureInfo.InvariantCulture);

    private static SourceLine ReadSource(TableEntity entity) => new(entity.GetString("Delivery"), entity.GetInt32("Line")!.Value);
}
