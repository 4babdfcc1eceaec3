"""YAML files in, typed values and Danish messages out.

``yaml_reader.read_yaml`` turns one file into plain data and the place of everything in it;
``validate.validate`` turns such data into a model of ``handleplan.model``. Neither raises on bad data:
everything an editor can get wrong becomes a ``messages.Message``.
"""
