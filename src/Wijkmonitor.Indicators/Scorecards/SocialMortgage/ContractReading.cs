using System.Diagnostics.CodeAnalysis;
using Wijkmonitor.Indicators.Catalogue;

namespace Wijkmonitor.Indicators.Scorecards.SocialMortgage;

/// <summary>What is wrong with a contract or with an entry on it, and what to do about it.</summary>
/// <param name="Field">The field: a path in the contract such as <c>indicators/early_school_leavers/basis</c>, or an entry's column.</param>
/// <param name="Value">The value as read; null where there is none.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record ContractProblem(string Field, string? Value, BilingualText Message, BilingualText Remedy);

/// <summary>The outcome of reading a contract: the contract, or everything that is wrong with it.</summary>
public sealed record ContractReading
{
    private ContractReading(SocialMortgageContract? contract, IReadOnlyList<ContractProblem> problems)
    {
        Contract = contract;
        Problems = problems;
    }

    /// <summary>The contract; null where there are problems.</summary>
    public SocialMortgageContract? Contract { get; }

    /// <summary>What is wrong; empty where the contract was read.</summary>
    public IReadOnlyList<ContractProblem> Problems { get; }

    /// <summary>Whether the contract was read.</summary>
    [MemberNotNullWhen(true, nameof(Contract))]
    public bool IsRead => Contract is not null;

    internal static ContractReading Of(SocialMortgageContract contract) => new(contract, []);

    internal static ContractReading Refused(IReadOnlyList<ContractProblem> problems) => new(contract: null, problems);
}
