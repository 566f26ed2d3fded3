using System.Collections.Immutable;

namespace Repository.Core.Workflow;

/// <summary>Somebody who works at the desk, as far as deciding is concerned.</summary>
public sealed record Person(Guid Key, string Name, ImmutableArray<Grant> Grants)
{
    /// <summary>What the change log keeps of a person: never a name or an address, which may change or have to be forgotten.</summary>
    public string By => Key.ToString("d");
}
