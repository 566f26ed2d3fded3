using System.Collections.Immutable;
using Repository.Core.Content;
using Repository.Core.Workflow;

namespace Repository.Web.Desk.History;

/// <summary>A page of the log of everything, newest first.</summary>
internal sealed record AuditModel(AuditFilter Filter, ImmutableArray<AuditRow> Rows, ImmutableArray<(string By, string Name)> People)
{
    /// <summary>The way to older lines; null at the end.</summary>
    public string? Older { get; init; }
}

/// <summary>What the log is narrowed to, as the address says it: texts, so that the form shows what was typed.</summary>
internal sealed record AuditFilter(string By, string Kind, string From, string Until)
{
    public bool IsNarrowed => By.Length + Kind.Length + From.Length + Until.Length > 0;
}

/// <param name="Name">What the item is called; null when it is gone for good.</param>
/// <param name="Review">What was decided, where the line is about a decision.</param>
internal sealed record AuditRow(Change Change, string Who, string? Name, string Language, Review? Review);
