using System.Collections.Immutable;
using Repository.Core.Content.Differences;
using Repository.Core.Workflow;
using Repository.Web.Desk.Rendering;

namespace Repository.Web.Desk.Reviewing;

/// <summary>A draft beside what is public, with what was said about its fields.</summary>
internal sealed record ReviewModel(DeskItem Item, string Culture, ContentDifference Difference, PublishPanel Panel)
{
    public required DeskPeople People { get; init; }

    /// <summary>What would keep it from the public, each with the field's name.</summary>
    public ImmutableArray<string> Problems { get; init; } = [];
    public ImmutableArray<FieldTalk> Talks { get; init; } = [];

    /// <summary>The fields one can comment on: alias and name, the whole first.</summary>
    public ImmutableArray<(string Alias, string Name)> Fields { get; init; } = [];

    /// <summary>Is there something public to compare with?</summary>
    public bool IsPublic { get; init; }
    public bool MayTalk { get; init; }

    /// <summary>What was typed into a form that was refused: no word is lost.</summary>
    public string Note { get; init; } = "";
    public string Comment { get; init; } = "";
    public string CommentOn { get; init; } = "";

    public PanelCulture Standing => Panel.Cultures.First(culture => culture.Culture == Culture);

    public FieldTalk? TalkOf(string alias) => Talks.FirstOrDefault(talk => talk.Alias == alias);

    /// <summary>What was said about fields that do not differ.</summary>
    public IEnumerable<FieldTalk> OtherTalks => Talks.Where(talk => Difference.Fields.All(changed => changed.Alias != talk.Alias));
}

/// <summary>The conversations about one field, those still open first.</summary>
internal sealed record FieldTalk(string Alias, string Name, ImmutableArray<Conversation> Conversations);

internal sealed record Conversation(Comment First, ImmutableArray<Comment> Answers)
{
    public bool IsOpen => First.ResolvedAt is null;

    /// <summary>Of the comments on an item those in a language, or about what is the same in all.</summary>
    public static ImmutableArray<FieldTalk> Of(IReadOnlyList<Comment> comments, string culture, Func<string, string> name)
    {
        var answers = comments.Where(comment => comment.Answers is not null).ToLookup(comment => comment.Answers!.Value);
        return
        [
            .. from first in comments
               where first.Answers is null && (first.Culture == culture || first.Culture.Length == 0)
               group new Conversation(first, [.. answers[first.Key]]) by first.Property into field
               select new FieldTalk(field.Key, name(field.Key), [.. field.OrderBy(conversation => conversation.IsOpen ? 0 : 1)]),
        ];
    }
}
