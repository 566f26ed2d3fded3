namespace Repository.Core.Workflow;

/// <summary>What can be allowed to a person, at an item and everything below it.</summary>
public enum Act
{
    /// <summary>See drafts.</summary>
    Read,

    /// <summary>Create, change and copy; submit for review; go back to an older revision.</summary>
    Write,

    /// <summary>Change the names and values of languages other than the default one.</summary>
    Translate,

    /// <summary>Comment, return and approve.</summary>
    Review,

    /// <summary>Publish, schedule, withdraw.</summary>
    Publish,

    /// <summary>Move and sort.</summary>
    Arrange,

    /// <summary>Put into the bin and take out of it.</summary>
    Discard,

    /// <summary>Remove for good.</summary>
    Delete,

    /// <summary>Hide from anonymous visitors, or show again.</summary>
    Restrict,
    ManageUsers,
    ManageSettings,
}
