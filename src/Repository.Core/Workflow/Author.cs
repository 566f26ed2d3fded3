namespace Repository.Core.Workflow;

/// <summary>Who writes: a person, whose permissions are asked at every step, or the house itself under a word of its own (import, calendar), which may do everything.</summary>
public sealed record Author
{
    /// <summary>How the house signs what it decides by itself, such as that an imported item may be public.</summary>
    public const string House = "system";

    private Author(string by, Person? person) => (By, Person) = (by, person);

    /// <summary>What the change log keeps.</summary>
    public string By { get; }

    /// <summary>Null for the house itself.</summary>
    public Person? Person { get; }

    public static implicit operator Author(string word) => Of(word);

    public static implicit operator Author(Person person) => Of(person);

    public static Author Of(Person person) => new(person.By, person);

    /// <exception cref="ArgumentException">The word is the key of an account: a person who writes must come with their permissions.</exception>
    public static Author Of(string word)
    {
        if (Guid.TryParse(word, out _)) throw new ArgumentException("The key of an account does not say what its owner may do: give the person.", nameof(word));
        return new Author(word, null);
    }

    public override string ToString() => By;
}
