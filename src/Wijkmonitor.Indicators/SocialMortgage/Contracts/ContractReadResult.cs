using System.Diagnostics.CodeAnalysis;
using Wijkmonitor.Indicators.Ledgers;

namespace Wijkmonitor.Indicators.SocialMortgage.Contracts;

/// <summary>The outcome of reading a contract: the contract, or everything that is wrong with it.</summary>
public sealed record ContractReadResult
{
    private ContractReadResult(SocialMortgageContract? contract, IReadOnlyList<ContractProblem> problems)
    {
        Contract = contract;
        Problems = problems;
    }

    /// <summary>The contract; null where there are problems.</summary>
    public SocialMortgageContract? Contract { get; }

    /// <summary>Problems; empty when the contract was read.</summary>
    public IReadOnlyList<ContractProblem> Problems { get; }

    /// <summary>Whether the contract was read.</summary>
    [MemberNotNullWhen(true, nameof(Contract))]
    public bool IsRead => Contract is not null;

    internal static ContractReadResult FromContract(SocialMortgageContract contract) => new(contract, []);

    internal static ContractReadResult FromProblems(IReadOnlyList<ContractProblem> problems) => new(contract: null, problems);
}
