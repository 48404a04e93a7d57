"""Reads forecasts with clients that were made for other services.

    pip install forecast-solar==4.2.0 pysolcast==2.0.7 open-meteo==1.0.1
    python docs/benchmarks/other_clients.py URL SITE [KEY]

URL is a running service, SITE a solar site that it has a forecast of, KEY an API key (not needed of a
service that is open). Each client is pointed at the service and not changed otherwise. Open-Meteo's
client has a fixed list of columns, so it is shown to read the answer's frame only.
"""

import asyncio
import sys

import aiohttp
import requests
from forecast_solar import ForecastSolar
from open_meteo.models import Forecast
from pysolcast.base import PySolcast
from pysolcast.rooftop import RooftopSite
from yarl import URL


def solcast(url, site, key):
    PySolcast.base_url = f"{url}/v1/compatible/solcast"
    forecasts = RooftopSite(key or "open", site).get_forecasts_parsed()["forecasts"]
    first = forecasts[0]
    assert first["pv_estimate10"] <= first["pv_estimate90"]
    assert first["period"].total_seconds() > 0 and first["period_end"].tzinfo
    return f"{len(forecasts)} periods from {first['period_end']}"


async def forecast_solar(url, place, key):
    ForecastSolar._base_url = URL(f"{url}/v1/compatible/forecast-solar/")
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    async with aiohttp.ClientSession(headers=headers) as session:
        client = ForecastSolar(
            azimuth=place["azimuthDeg"] - 180,
            declination=place["tiltDeg"],
            kwp=place["dcCapacityKw"],
            latitude=place["latitude"],
            longitude=place["longitude"],
            session=session,
        )
        estimate = await client.estimate()
    assert estimate.watts and min(estimate.watts.values()) >= 0
    assert all(time.tzinfo for time in estimate.watts)
    assert client.ratelimit.call_limit > 0
    return f"{len(estimate.watts)} times, {sum(estimate.wh_days.values()) / 1000:.0f} kWh"


def open_meteo(url, site, headers):
    answer = requests.get(f"{url}/v1/compatible/open-meteo/{site}", headers=headers, timeout=30)
    forecast = Forecast.from_json(answer.text)
    assert forecast.hourly is not None
    return f"{len(forecast.hourly.time)} hours at {forecast.latitude}, {forecast.longitude}"


def main():
    url, site = sys.argv[1].rstrip("/"), sys.argv[2]
    key = sys.argv[3] if len(sys.argv) > 3 else None
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    place = requests.get(f"{url}/v1/sites/{site}", headers=headers, timeout=30).json()
    print("pysolcast:", solcast(url, site, key))
    print("forecast-solar:", asyncio.run(forecast_solar(url, place, key)))
    print("open-meteo:", open_meteo(url, site, headers))


if __name__ == "__main__":
    main()
