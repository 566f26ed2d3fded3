namespace Repository.Core.Workflow;

/// <summary>What a person is trusted with. Names are kept as words, so that a new one never renumbers an old one.</summary>
public enum Role
{
    /// <summary>Writes practices and everything around them.</summary>
    Systematiser,

    /// <summary>Reads what others submit: comments, returns, approves.</summary>
    Reviewer,

    /// <summary>Decides what the public sees, and where it stands.</summary>
    Publisher,

    /// <summary>Writes the other languages of what is there, and nothing else.</summary>
    Translator,

    /// <summary>Brings files and describes them, and writes the materials made of them.</summary>
    Communicator,

    /// <summary>Judges the applications they are asked to, and sees nothing else.</summary>
    Evaluator,

    /// <summary>Everything, people and settings included.</summary>
    Administrator,
}
