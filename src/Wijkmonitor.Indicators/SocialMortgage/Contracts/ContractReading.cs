using System.Diagnostics.CodeAnalysis;
using Wijkmonitor.Indicators.Ledgers;

namespace Wijkmonitor.Indicators.SocialMortgage.Contracts;

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
