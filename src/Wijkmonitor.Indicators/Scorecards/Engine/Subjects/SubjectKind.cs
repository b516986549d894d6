using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Scorecards.Engine.Subjects;

/// <summary>A kind whose scorecards are about subjects that name its rules.</summary>
/// <typeparam name="TRules">The rules.</typeparam>
/// <param name="rules">The rules.</param>
/// <param name="info">Name and description of the kind.</param>
public abstract class SubjectKind<TRules>(TRules rules, ScorecardKindInfo info) : ScorecardKind<TRules>(rules, info), IScorecardKind
    where TRules : SubjectRules
{
    /// <inheritdoc/>
    public string RulesCode => Rules.Code;

    private protected sealed override IEnumerable<AreaContext> GetAreas(MunicipalityContext municipality) =>
        GetCards(municipality).Values.Select(cards => municipality.GetArea(
            cards[0].Subject.Subject.Area, cards[0].Period, cards.Max(card => card.Subject.Subject.GetBoundaryYear(municipality.Register))));

    private protected sealed override IEnumerable<ScorecardBuilder> CreateScorecards(AreaContext area)
    {
        foreach (var (subject, period) in GetCards(area.Municipality)[(area.Period, area.Code)])
        {
            var card = CreateBuilder(
                area, withholdsInputs: true, subject.Subject.GetBoundaryYear(area.Municipality.Register), subject.Subject.Code, subject.Subject.Details,
                subject.Subject.Visibility);
            Fill(card, subject, period);
            foreach (var note in Rules.Notes)
            {
                card.AddFinding(new Finding(
                    note.Finding, note.IsWarning ? FindingSeverity.Warning : FindingSeverity.Information, note.Lines ?? [], note.Text));
            }

            yield return card;
        }
    }

    /// <summary>Gets the years of which a subject has a scorecard, in order.</summary>
    private protected abstract IEnumerable<Period> GetPeriods(SubjectContext subject);

    /// <summary>Fills the scorecard of a subject in a year.</summary>
    private protected abstract void Fill(ScorecardBuilder card, SubjectContext subject, Period period);

    private SortedDictionary<(Period, AreaCode), List<(SubjectContext Subject, Period Period)>> GetCards(MunicipalityContext municipality) =>
        municipality.GetOrCreate(found =>
        {
            var index = SubjectIndex.For(found);
            var cards = new SortedDictionary<(Period, AreaCode), List<(SubjectContext Subject, Period Period)>>();
            foreach (var subject in index.Subjects.Where(subject => subject.Kind == Name && subject.Rules == Rules.Code))
            {
                var context = new SubjectContext(found, index, subject);
                foreach (var period in GetPeriods(context))
                {
                    if (!cards.TryGetValue((period, subject.Area), out var cardsOfArea))
                    {
                        cards.Add((period, subject.Area), cardsOfArea = []);
                    }

                    cardsOfArea.Add((context, period));
                }
            }

            return cards;
        });
}
