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

    /// <summary>Answer for a call: see its applications, ask for more, admit, ask people to evaluate, decide.</summary>
    Convene,

    /// <summary>Be asked to evaluate applications.</summary>
    Evaluate,
    ManageUsers,
    ManageSettings,

    /// <summary>Make forms, change them, and put them before the public.</summary>
    BuildForms,

    /// <summary>Read what people sent by forms, write notes on it and say how far it has come.</summary>
    ReadEntries,

    /// <summary>Carry entries away as a file, all at once.</summary>
    ExportEntries,

    /// <summary>Erase an entry before its time.</summary>
    EraseEntries,
}
