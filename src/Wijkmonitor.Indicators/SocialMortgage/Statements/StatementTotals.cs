using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.SocialMortgage.Statements;

/// <summary>Reader of the totals of a statement.</summary>
public static class StatementTotals
{
    /// <summary>Gets a total of a statement, in euros; zero where the statement does not have it.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="code">The code of the total, such as <c>repaid</c>.</param>
    public static decimal GetEuros(this Scorecard statement, string code) => statement.Totals.FirstOrDefault(total => total.Code == code)?.Value ?? 0;
}
