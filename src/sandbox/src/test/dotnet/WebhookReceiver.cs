using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;

namespace Esign
{
    /// <summary>Listens for webhooks on 127.0.0.1, reads each into the documented class and answers with 200.</summary>
    public class WebhookReceiver : IDisposable
    {
        private readonly IReader reader;
        private readonly HttpListener listener = new HttpListener();
        private readonly List<EsignData> received = new List<EsignData>();
        private readonly List<string> failures = new List<string>();
        private volatile bool closed;

        public WebhookReceiver(IReader reader)
        {
            this.reader = reader;
            Url = "http://127.0.0.1:" + FreePort() + "/webhook/";
            listener.Prefixes.Add(Url);
            listener.Start();
            new Thread(Listen) { IsBackground = true }.Start();
        }

        public string Url { get; private set; }

        /// <summary>Waits for a message that is wanted.</summary>
        public EsignData Await(Func<EsignData, bool> wanted, TimeSpan atMost)
        {
            DateTime end = DateTime.UtcNow + atMost;
            lock (received)
            {
                while (true)
                {
                    if (failures.Count > 0)
                    {
                        throw new InvalidOperationException("A webhook could not be read: " + failures[0]);
                    }
                    EsignData found = received.FirstOrDefault(wanted);
                    TimeSpan left = end - DateTime.UtcNow;
                    if (found != null)
                    {
                        return found;
                    }
                    if (left <= TimeSpan.Zero)
                    {
                        throw new InvalidOperationException("No such webhook among " + received.Count + " received.");
                    }
                    Monitor.Wait(received, left);
                }
            }
        }

        public void Dispose()
        {
            closed = true;
            listener.Close();
        }

        private void Listen()
        {
            while (!closed)
            {
                try
                {
                    Take(listener.GetContext());
                }
                catch (Exception e)
                {
                    // Closing ends a call under way by an exception too.
                    if (!closed)
                    {
                        Note(() => failures.Add(e.GetType().Name + ": " + e.Message));
                    }
                }
            }
        }

        private void Take(HttpListenerContext context)
        {
            using (StreamReader text = new StreamReader(context.Request.InputStream, Encoding.UTF8))
            {
                if (context.Request.HttpMethod != "POST" || !context.Request.ContentType.StartsWith("application/json"))
                {
                    throw new InvalidDataException(context.Request.HttpMethod + " " + context.Request.ContentType);
                }
                EsignView view = reader.Read<EsignView>(text.ReadToEnd());
                Note(() => received.Add(view.Data));
            }
            byte[] answer = Encoding.UTF8.GetBytes("received");
            context.Response.StatusCode = 200;
            context.Response.OutputStream.Write(answer, 0, answer.Length);
            context.Response.Close();
        }

        private void Note(Action what)
        {
            lock (received)
            {
                what();
                Monitor.PulseAll(received);
            }
        }

        private static int FreePort()
        {
            TcpListener probe = new TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            int port = ((IPEndPoint)probe.LocalEndpoint).Port;
            probe.Stop();
            return port;
        }
    }
}
