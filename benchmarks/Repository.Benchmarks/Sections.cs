using Repository.Benchmarks.Picturing;
using Repository.Benchmarks.Searching;

namespace Repository.Benchmarks;

/// <summary>One part of the measurements, by the name it has on the command line.</summary>
internal sealed record Section(string Name, Func<Workshop, Table, Task> RunAsync, bool IsOrdinary = true);

internal static class Sections
{
    public static readonly IReadOnlyList<Section> All =
    [
        new("start", Starting.RunAsync),
        new("import", Importing.RunAsync),
        new("delivery", Delivering.RunAsync),
        new("site", Visiting.RunAsync),
        new("publish", Publishing.RunAsync),
        new("desk", Desk.RunAsync, IsOrdinary: false),
        new("forms", Submitting.RunAsync, IsOrdinary: false),
        new("texts", PublishingFiles.RunAsync, IsOrdinary: false),
        new("media", Renditions.RunAsync, IsOrdinary: false),
        new("lighthouse", Lighthouse.RunAsync, IsOrdinary: false),
        new("large", Large.RunAsync, IsOrdinary: false),
        new("search", Comparing.RunAsync, IsOrdinary: false),
        new("hostile", Defending.RunAsync, IsOrdinary: false),
    ];
}
