using Repository.Core.Content;

namespace Repository.Writers;

/// <summary>A root with sections, all published. Processes that start together build it together; one that was killed is continued by the next.</summary>
internal static class Foundation
{
    public const int Sections = 3;

    private static readonly Guid Root = new("00000000-0000-4000-8000-000000000001");

    public static Guid Section(int number) => new($"00000000-0000-4000-8000-0000000001{number:00}");

    public static async Task LayAsync(Workshop workshop, string by)
    {
        await LayAsync(workshop, new NewItem { Key = Root, Type = "home", Content = ItemContent.Named("Inicio", Workshop.Culture), By = $"{by}.root" });
        for (var number = 0; number < Sections; number++)
        {
            var content = ItemContent.Named($"Sección {number}", Workshop.Culture);
            await LayAsync(workshop, new NewItem { Key = Section(number), Type = "section", Parent = Root, Content = content, By = $"{by}.section{number}" });
        }
    }

    private static async Task LayAsync(Workshop workshop, NewItem item)
    {
        var key = item.Key!.Value;
        await workshop.Editing.CreateAsync(item, default);
        while ((await workshop.AskAsync(reader => reader.PublicationsAsync(key))).Count == 0)
        {
            var stored = await workshop.AskAsync(reader => reader.FindAsync(key));
            await workshop.Publishing.PublishAsync(new Seen(key, stored!.Version, $"{item.By}.published"), [], default);
        }
    }
}
