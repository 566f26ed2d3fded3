namespace Repository.Core.Content;

/// <summary>What one content type asks of its items beyond its properties' own rules. Pure: everything it may look at is handed to it.</summary>
public interface IItemRules
{
    /// <summary>The alias of the content type.</summary>
    string Type { get; }

    /// <summary>Properties that pick vocabulary terms whose <c>key</c> the rules depend on.</summary>
    IReadOnlyCollection<string> TermProperties { get; }

    /// <summary>The content with the values that follow from others. Called whenever an item is saved.</summary>
    ItemContent Derive(ItemReading reading);

    /// <summary>
    /// What stands in the way of publishing a culture (the invariant one for an item that does not vary). <paramref name="termKeys"/> gives
    /// the <c>key</c> of each picked term.
    /// </summary>
    IEnumerable<ValueProblem> Check(ItemReading reading, string culture, IReadOnlyDictionary<Guid, string> termKeys);
}
