using System.Globalization;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;

namespace Wijkmonitor.Indicators.SocialMortgage.Statements;

/// <summary>The interest of a year.</summary>
internal static class MortgageInterest
{
    /// <summary>Computes the interest over the opening balance and over what is drawn within the year.</summary>
    /// <remarks>
    /// What is drawn bears interest for the days that are left of the year. There is none over a balance below zero.
    /// Multiplied before it is divided, and rounded once: to the cent, half away from zero. The day of a draw-down bears interest.
    /// </remarks>
    /// <param name="sum">Calculation that the steps are written down in.</param>
    /// <param name="contract">The version of the contract.</param>
    /// <param name="year">The year.</param>
    /// <param name="opening">The balance at its start, in euros.</param>
    /// <returns>The interest, in euros.</returns>
    public static Operand Compute(Calculation sum, SocialMortgageContract contract, int year, decimal opening)
    {
        var owed = sum.Max("owed", new Operand(opening, "total:opening-balance"), Operand.FromConstant(0));
        var percent = new Operand(contract.InterestPercent, contract.GetFieldKey("interestPercent"));
        List<DrawDown> drawn = [.. contract.GetDrawDowns(year)];
        if (drawn.Count == 0)
        {
            return sum.Round("interest", sum.Divide("interest-exact", sum.Multiply("interest-hundredfold", owed, percent), Operand.FromConstant(100)));
        }

        var days = Operand.FromConstant(DateTime.IsLeapYear(year) ? 366 : 365);
        var products = drawn.Select(part => sum.Multiply(
            "drawn-by-days", new Operand(part.Amount, GetKey(contract, part)),
            Operand.FromConstant(new DateOnly(year, 12, 31).DayNumber - part.Date.DayNumber + 1)));
        var balanceDays = sum.Add("balance-by-days", [sum.Multiply("owed-by-days", owed, days), .. products]);
        var product = sum.Multiply("interest-by-days", balanceDays, percent);
        return sum.Round("interest", sum.Divide("interest-exact", product, sum.Multiply("days-hundredfold", days, Operand.FromConstant(100))));
    }

    /// <summary>Gets the key of the amount of a draw-down in the contract.</summary>
    public static string GetKey(SocialMortgageContract contract, DrawDown part) =>
        contract.GetFieldKey($"drawDowns/{part.Date.ToString("O", CultureInfo.InvariantCulture)}/amount");
}
