using System.Globalization;
using System.Text;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Model.Subjects;

namespace Wijkmonitor.Functions.Api.Subjects;

/// <summary>Calendar of alerts (RFC 5545).</summary>
/// <remarks>
/// Each deadline is an event of whole days, and an alert without one a to-do.
/// The id of an event is that of its alert, so that a calendar that is read again moves an event and adds none; that of a to-do has a word of its own, as
/// an alert can become one. Its time stamp is when the alert last changed. It names programmes and parties, and no person.
/// </remarks>
internal static class AlertCalendar
{
    private const string Product = "-//Wijkmonitor//Alerts//NL";
    private const string Domain = "@wijkmonitor";
    private const int MaxOctets = 75;
    private const string LineBreak = "\r\n";
    private const string Fold = LineBreak + " ";

    /// <summary>Writes the calendar.</summary>
    /// <param name="alerts">The alerts.</param>
    /// <param name="role">The role that they are for; null for all.</param>
    /// <param name="english">Whether its texts are in English; in Dutch otherwise.</param>
    public static byte[] Write(IEnumerable<AlertResource> alerts, AlertRole? role, bool english)
    {
        Func<BilingualText, string> localize = english ? text => text.En : text => text.Nl;
        var calendar = new Ical.Net.Calendar { ProductId = Product };
        calendar.AddProperty("X-WR-CALNAME", role is { } named
            ? $"Wijkmonitor, {localize(Vocabulary.Shared.AlertRoles[Vocabulary.GetCode(named)].Name)}" : "Wijkmonitor");
        foreach (var alert in alerts)
        {
            if (alert.Deadline is { } deadline)
            {
                calendar.Events.Add(new CalendarEvent
                {
                    Uid = alert.Id + Domain,
                    DtStamp = GetStamp(alert),
                    Start = new CalDateTime(deadline.Date),
                    End = new CalDateTime((deadline.Until ?? deadline.Date).AddDays(1)),
                    Transparency = Ical.Net.TransparencyType.Transparent,
                    Summary = DescribeShortly(alert, localize),
                    Description = Describe(alert, localize, english),
                });
            }
            else
            {
                calendar.Todos.Add(new Todo
                {
                    Uid = $"{alert.Id}/todo{Domain}",
                    DtStamp = GetStamp(alert),
                    Summary = DescribeShortly(alert, localize),
                    Description = Describe(alert, localize, english),
                });
            }
        }

        return Encoding.UTF8.GetBytes(FoldLines(new CalendarSerializer().SerializeToString(calendar)!));
    }

    // The serializer folds by halves of a character too, which then cannot be read.
    private static string FoldLines(string text)
    {
        var folded = new StringBuilder(text.Length);
        var octets = 0;
        foreach (var rune in text.Replace(Fold, "", StringComparison.Ordinal).EnumerateRunes())
        {
            if (rune.Value is '\r' or '\n')
            {
                octets = 0;
            }
            else if ((octets += rune.Utf8SequenceLength) > MaxOctets)
            {
                folded.Append(Fold);
                octets = 1 + rune.Utf8SequenceLength;
            }

            folded.Append(rune);
        }

        return folded.ToString();
    }

    private static CalDateTime GetStamp(AlertResource alert) =>
        new((alert.ChangedAt ?? DateTimeOffset.UnixEpoch).UtcDateTime, CalDateTime.UtcTzId);

    private static string DescribeShortly(AlertResource alert, Func<BilingualText, string> localize)
    {
        var type = localize(Vocabulary.Shared.AlertTypes[Vocabulary.GetCode(alert.Type)].Name);
        return alert.Deadline is { } deadline ? $"{alert.Title}: {localize(deadline.Label)} ({type})" : $"{alert.Title} ({type})";
    }

    // How many days late it is changes every day and would change the calendar with it: the dates say it.
    private static string Describe(AlertResource alert, Func<BilingualText, string> localize, bool english)
    {
        List<string> lines = [localize(alert.Message)];
        if (alert.Deadline is { } deadline)
        {
            lines.AddRange(localize(deadline.Promise) is var promise && promise != lines[0] ? [promise] : []);
            lines.AddRange(deadline.FirstPromised is { } first ? [(english ? "First promised for " : "Eerst beloofd voor ") + Format(first)] : []);
            lines.AddRange(deadline.Party is { } party ? [localize(party)] : []);
        }

        lines.AddRange(alert.AsOf is { } asOf ? [(english ? "As of " : "Stand op ") + Format(asOf)] : []);
        return string.Join('\n', lines);
    }

    private static string Format(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
