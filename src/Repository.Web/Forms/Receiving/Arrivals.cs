namespace Repository.Web.Forms.Receiving;

/// <summary>Tells everybody who has something to do with an entry that it is there. One of them failing keeps nobody else from theirs.</summary>
internal sealed partial class Arrivals(IEnumerable<IArrival> arrivals, ILogger<Arrivals> log)
{
    private readonly IArrival[] _arrivals = [.. arrivals];

    public async Task TellAsync(ArrivedEntry arrived, CancellationToken cancellation)
    {
        foreach (var arrival in _arrivals)
        {
            try
            {
                await arrival.ArriveAsync(arrived, cancellation);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogFailure(log, failure, arrived.Entry.Folio, arrival.GetType().Name);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Entry {Folio} is kept, but {Arrival} failed")]
    private static partial void LogFailure(ILogger log, Exception failure, string folio, string arrival);
}
