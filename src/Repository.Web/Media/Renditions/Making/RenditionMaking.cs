using System.Collections.Concurrent;
using System.ComponentModel;
using Repository.Web.Media.Renditions.Credits;
using Repository.Web.Media.Renditions.Headers;
using Repository.Web.Media.Renditions.Keeping;

namespace Repository.Web.Media.Renditions.Making;

/// <summary>
/// Makes renditions, few at a time and each once: who asks for one that is on its way waits for it. Somebody who goes away cancels it for nobody else;
/// when all have gone before its turn came it is not made. What could not be made is not tried again for some minutes.
/// </summary>
internal sealed partial class RenditionMaking(Vips vips, RenditionCache cache, RenditionOptions options, TimeProvider clock, ILogger<RenditionMaking> log) : IAsyncDisposable
{
    private const int MostFailures = 10_000;

    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(5);

    private readonly Dictionary<string, RenditionFlight> _flights = new(StringComparer.Ordinal);
    private readonly Lock _joining = new();
    private readonly ConcurrentDictionary<string, long> _failures = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _turns = new(Math.Max(1, Environment.ProcessorCount / 2));
    private readonly CancellationTokenSource _closing = new();
    private int _made;

    /// <summary>How many were made since the start.</summary>
    public int Made => _made;

    /// <summary>Null when the original has to do.</summary>
    public async Task<Rendition?> MakeAsync(RenditionOrder order, ImageHeader header, CancellationToken impatience)
    {
        if (vips.Path is null || HasFailed(order.Key)) return null;
        if (header.Stored.IsTooLarge) return Refused(order, $"It has {header.Stored.Area:N0} pixels.");
        var plan = RenditionPlan.Of(header.Upright, order.Request);
        if (plan.Size.Area > Math.Max(header.Stored.Area, (long)options.MaxWidth * options.MaxHeight)) return Refused(order, $"It would have {plan.Size.Area:N0} pixels.");
        var flight = Join(order, folder => new VipsSteps(vips, folder, header, plan, order.Request));
        try
        {
            return await flight.Landed.WaitAsync(impatience);
        }
        finally
        {
            lock (_joining) flight.Waiting--;
        }
    }

    /// <summary>Ends what is under way; afterwards no process of ours is left.</summary>
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        Task[] landing;
        lock (_joining) landing = [.. _flights.Values.Select(flight => flight.Landed)];
        await Task.WhenAll(landing);
        _closing.Dispose();
        _turns.Dispose();
    }

    private RenditionFlight Join(RenditionOrder order, Func<string, VipsSteps> steps)
    {
        lock (_joining)
        {
            if (!_flights.TryGetValue(order.Key, out var flight))
            {
                flight = _flights[order.Key] = new RenditionFlight();
                _ = Task.Run(() => FlyAsync(order, steps, flight, _closing.Token));
            }

            flight.Waiting++;
            return flight;
        }
    }

    private async Task FlyAsync(RenditionOrder order, Func<string, VipsSteps> steps, RenditionFlight flight, CancellationToken closing)
    {
        Rendition? rendition = null;
        try
        {
            await _turns.WaitAsync(closing);
            try
            {
                if (IsWanted(order, flight)) rendition = cache.Find(order.Key) ?? await TryAsync(order, steps, closing);
            }
            finally
            {
                _turns.Release();
            }
        }
        catch (OperationCanceledException)
        {
            // The program ends; who still waits gets the original.
        }
        finally
        {
            lock (_joining) _flights.Remove(order.Key);
            flight.Land(rendition);
        }
    }

    /// <summary>Is anybody still there? Who comes after a no begins anew.</summary>
    private bool IsWanted(RenditionOrder order, RenditionFlight flight)
    {
        lock (_joining)
        {
            if (flight.Waiting > 0) return true;
            _flights.Remove(order.Key);
            return false;
        }
    }

    private async Task<Rendition?> TryAsync(RenditionOrder order, Func<string, VipsSteps> steps, CancellationToken closing)
    {
        var folder = "";
        try
        {
            folder = cache.NewFolder();
            return await MakeAsync(order, steps(folder), folder, closing);
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException or InvalidDataException or Win32Exception)
        {
            LogRefused(order.File.Path, broken.Message);
            return null;
        }
        finally
        {
            if (folder.Length > 0) Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<Rendition?> MakeAsync(RenditionOrder order, VipsSteps steps, string folder, CancellationToken closing)
    {
        File.CreateSymbolicLink(Path.Combine(folder, VipsSteps.Source), order.File.Path);
        Interlocked.Increment(ref _made);
        if (await steps.RunAsync(closing) is { } complaint) return Refused(order, complaint);
        var result = Path.Combine(folder, steps.Result);
        if (!File.Exists(result) || ImageHeader.Read(result)?.Stored != steps.Size) return Refused(order, "What came of it is not what was planned.");
        var finished = Path.Combine(folder, "finished");
        CreditedImage.Copy(result, finished, steps.Format, CreditPacket.Of(order.Rights));
        return cache.Keep(order.Key, steps.Format, finished);
    }

    private Rendition? Refused(RenditionOrder order, string reason)
    {
        // The tool may have been taken away in this moment: then nothing speaks against the file.
        if (vips.Path is null) return null;
        if (_failures.Count >= MostFailures) _failures.Clear();
        _failures[order.Key] = clock.GetTimestamp();
        LogRefused(order.File.Path, reason);
        return null;
    }

    private bool HasFailed(string key)
    {
        if (!_failures.TryGetValue(key, out var when)) return false;
        if (clock.GetElapsedTime(when) < Rest) return true;
        _failures.TryRemove(key, out _);
        return false;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "No rendition of {File}, its original is served: {Reason}")]
    private partial void LogRefused(string file, string reason);
}
