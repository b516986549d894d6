using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Engine.Subjects;
using Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Rules;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Records;

/// <summary>The facts of a subject, as they are known on a day.</summary>
/// <param name="rules">The rules.</param>
/// <param name="subject">The subject.</param>
/// <param name="records">Its records.</param>
internal sealed class FactBook(GatesRules rules, SubjectContext subject, GateRecords records)
{
    private readonly Dictionary<string, bool> hidden = new(StringComparer.Ordinal);

    /// <summary>Gets a fact on a day: the newest record until then, or the newest figure of its indicator.</summary>
    /// <remarks>Where the newest one has no number, an older number is not known to hold any more.</remarks>
    public FactValue Get(string code, DateOnly until)
    {
        var fact = rules.FindFact(code)!;
        if (fact.Indicator is { } indicator)
        {
            return subject.Municipality.GetDelivered(subject.Subject.Area, new Period(until.Year), indicator).FirstOrDefault() is { } observation
                ? new FactValue(
                    fact, Answer: null, observation.Value.Number is { } known ? new FactNumber(known, known) : null,
                    observation.Value.State == Observations.ObservedState.Suppressed)
                { Observation = observation }
                : FactValue.Unknown(fact);
        }

        if (records.GetFacts(code, until).LastOrDefault() is not { } record)
        {
            return FactValue.Unknown(fact);
        }

        bool? answer = fact.IsAnswer && record.GetText("answer") is { } text ? text == "yes" : null;
        return new FactValue(fact, answer, fact.IsAnswer ? null : FactNumber.Read(record), IsHidden(fact)) { Record = record };
    }

    /// <summary>Finds the first day until another on which a fact was answered by yes; null where it was not.</summary>
    public DateOnly? FindFirstYes(string code, DateOnly until) =>
        records.GetFacts(code, until).Where(record => record.GetText("answer") == "yes").Select(record => (DateOnly?)record.Date).FirstOrDefault();

    private bool IsHidden(GateFact fact)
    {
        if (!hidden.TryGetValue(fact.Code, out var found))
        {
            hidden.Add(fact.Code, found = records.IsHidden(fact));
        }

        return found;
    }
}
